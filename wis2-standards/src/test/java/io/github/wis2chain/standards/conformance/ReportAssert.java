package io.github.wis2chain.standards.conformance;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

import java.util.List;
import java.util.Map;

/// What tests say of a report.
public final class ReportAssert extends AbstractAssert<ReportAssert, Report> {

    private ReportAssert(Report report) {
        super(report, ReportAssert.class);
    }

    /// Begins a sentence about a report.
    public static ReportAssert assertThat(Report report) {
        return new ReportAssert(report);
    }

    /// Nothing FAILED.
    public ReportAssert conforms() {
        Assertions.assertThat(sentences(Verdict.FAILED)).isEmpty();
        Assertions.assertThat(actual.conforms()).isTrue();
        return this;
    }

    /// It conforms, and there is no advice either.
    public ReportAssert hasNoFindings() {
        Assertions.assertThat(actual.findings()).isEmpty();
        return conforms();
    }

    /// One fault, of that requirement at that place.
    public ReportAssert fails(String requirement, String pointer) {
        return only(Verdict.FAILED, requirement, pointer);
    }

    /// It conforms, and one piece of advice is given, on that recommendation at that place.
    public ReportAssert warns(String requirement, String pointer) {
        conforms();
        return only(Verdict.WARNING, requirement, pointer);
    }

    /// The only finding so far asserted suggests that repair.
    public ReportAssert suggests(String fix) {
        Assertions.assertThat(actual.findings())
                .flatExtracting(finding -> finding.fix().stream().toList())
                .contains(fix);
        return this;
    }

    /// The tests of that verdict are exactly these.
    public ReportAssert hasTests(Verdict verdict, String... names) {
        Assertions.assertThat(
                        actual.tests().entrySet().stream()
                                .filter(test -> test.getValue() == verdict)
                                .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(names);
        return this;
    }

    private ReportAssert only(Verdict verdict, String requirement, String pointer) {
        Assertions.assertThat(actual.findings(verdict))
                .as("%s in %s", verdict, sentences(verdict))
                .extracting(finding -> finding.requirement().id(), Finding::pointer)
                .containsExactly(Assertions.tuple(requirement, pointer));
        return this;
    }

    private List<String> sentences(Verdict verdict) {
        return actual.findings(verdict).stream().map(Finding::sentence).toList();
    }
}
