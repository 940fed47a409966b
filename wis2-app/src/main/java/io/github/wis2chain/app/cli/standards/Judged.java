package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;

import java.util.List;
import java.util.Optional;

/// What was found about one file.
///
/// @param file its path, or `-`
/// @param decided whether it could be judged at all
/// @param kpis its indicators; empty if it is no JSON
record Judged(String file, boolean decided, Report report, Optional<KpiSummary> kpis) {

    /// A file that could not be read, so that nothing is known about it.
    ///
    /// @param requirement that a file must be there to be judged by
    static Judged undecided(
            Document.Unreadable document, Profile profile, Requirement requirement) {
        var finding = Finding.skipped(requirement, "", "the file " + document.reason());
        return new Judged(
                document.name(), false, new Report(profile, List.of(finding)), Optional.empty());
    }

    /// A file that was read; it is undecided if a bound of this program kept it from being judged.
    static Judged of(String file, Report report, Optional<KpiSummary> kpis) {
        return new Judged(file, report.isDecided(), report, kpis);
    }

    boolean conforms() {
        return decided && report.conforms();
    }

    int exitCode() {
        if (!decided) {
            return ExitCode.UNDECIDED;
        }
        return report.conforms() ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
    }
}
