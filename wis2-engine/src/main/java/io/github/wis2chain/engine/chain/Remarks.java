package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.Verdict;

import java.util.List;
import java.util.Optional;

/// Turns the findings of the standards into remarks of a run.
final class Remarks {

    private Remarks() {}

    /// Passes every finding on to the operator.
    static void pass(Report report, StepContext context) {
        report.findings().forEach(finding -> context.remark(of(finding)));
    }

    /// The faults of a report that does not conform in one sentence: the first, and how many more there
    /// are; what kept a document from being read, if something did.
    static String faults(Report report) {
        List<Finding> failed = faultsOf(report);
        String first = failed.getFirst().sentence();
        int others = failed.size() - 1;
        return switch (others) {
            case 0 -> first;
            case 1 -> first + " There is one more fault.";
            default ->
                    // Of one rule not all findings may have been told.
                    "%s There are %s%d more faults."
                            .formatted(
                                    first,
                                    failed.size() < Rule.MOST_FAULTS ? "" : "at least ",
                                    others);
        };
    }

    /// The requirement that was found broken first: documents from one hand mostly break the same.
    static String culprit(Report report) {
        return faultsOf(report).getFirst().requirement().toString();
    }

    private static List<Finding> faultsOf(Report report) {
        return report.findings(report.isDecided() ? Verdict.FAILED : Verdict.SKIPPED);
    }

    /// A remark that is no finding of a standard.
    static Remark info(String rule, String place, String text) {
        return new Remark(Remark.Level.INFO, rule, place, text, Optional.empty());
    }

    /// A fault or doubt that does not stop the run.
    static Remark warning(String rule, String place, String text) {
        return new Remark(Remark.Level.WARNING, rule, place, text, Optional.empty());
    }

    private static Remark of(Finding finding) {
        Remark.Level level =
                switch (finding.verdict()) {
                    case FAILED -> Remark.Level.FAULT;
                    case WARNING -> Remark.Level.WARNING;
                    case SKIPPED, PASSED -> Remark.Level.INFO;
                };
        return new Remark(
                level,
                finding.requirement().toString(),
                finding.pointer(),
                finding.message(),
                finding.fix());
    }
}
