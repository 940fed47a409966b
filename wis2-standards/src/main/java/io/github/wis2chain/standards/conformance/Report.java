package io.github.wis2chain.standards.conformance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that was found in one document.
///
/// @param profile whose judgement this is
/// @param findings all faults, in the order of the rules
/// @param tests the verdict of each test of the suite by its name, in the order of the suite
public record Report(Profile profile, List<Finding> findings, Map<String, Verdict> tests) {

    public Report {
        findings = List.copyOf(findings);
        // Map.copyOf would lose the order of the suite.
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    }

    /// A report without a suite of tests.
    public Report(Profile profile, List<Finding> findings) {
        this(profile, findings, Map.of());
    }

    /// Whether the document was judged at all. It was not where a bound of ours kept it from being read; the test
    /// `validation` is SKIPPED then, and a finding has the reason.
    public boolean isDecided() {
        return tests.get("validation") != Verdict.SKIPPED;
    }

    /// Whether the document was judged and nothing FAILED.
    public boolean conforms() {
        return isDecided()
                && findings.stream().noneMatch(finding -> finding.verdict() == Verdict.FAILED)
                && !tests.containsValue(Verdict.FAILED);
    }

    /// SKIPPED if it was not judged, else FAILED, else WARNING, else PASSED.
    public Verdict verdict() {
        if (!isDecided()) {
            return Verdict.SKIPPED;
        }
        if (!conforms()) {
            return Verdict.FAILED;
        }
        boolean advised =
                findings.stream().anyMatch(finding -> finding.verdict() == Verdict.WARNING);
        return advised ? Verdict.WARNING : Verdict.PASSED;
    }

    /// The findings with that verdict.
    public List<Finding> findings(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }
}
