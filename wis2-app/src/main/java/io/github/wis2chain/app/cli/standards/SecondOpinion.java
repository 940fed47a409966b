package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.OfficialSchema;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the official schema says of documents beside our rules.
///
/// @param schema the schema, if it was fetched
/// @param misfit why it is not applied although it is there, if so
/// @param validation the requirement that a document be valid
record SecondOpinion(
        Optional<OfficialSchema> schema, Optional<String> misfit, Requirement validation) {

    /// A report with what the schema objects to as well; formats are asserted in the strict profile.
    Report on(Report report, Optional<JsonTree> document) {
        if (document.isEmpty() || schema.isEmpty()) {
            return report;
        }
        boolean formats = report.profile() == Profile.STRICT;
        List<Finding> further =
                misfit.map(reason -> List.of(Finding.skipped(validation, "", reason)))
                        .orElseGet(() -> schema.get().judge(document.get(), validation, formats));
        List<Finding> all = new ArrayList<>(report.findings());
        all.addAll(further);
        Map<String, Verdict> tests = new LinkedHashMap<>(report.tests());
        if (further.stream().anyMatch(finding -> finding.verdict() == Verdict.FAILED)) {
            tests.put("validation", Verdict.FAILED);
        }
        return new Report(report.profile(), all, tests);
    }
}
