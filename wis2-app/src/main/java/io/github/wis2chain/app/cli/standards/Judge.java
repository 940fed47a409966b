package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.OfficialSchema;
import io.github.wis2chain.adapters.words.EnglishWords;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wnm.Basis;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges one kind of document.
interface Judge {

    /// Judges a file; what cannot be read is undecided.
    Judged judge(Document document);

    /// The judge of notifications.
    ///
    /// @param schema the official schema, if it was fetched; it is of the release, not of the draft
    static Judge ofMessages(Profile profile, Edition edition, Optional<OfficialSchema> schema) {
        Optional<OfficialSchema> official = schema.filter(_ -> edition == Edition.RELEASE_1_3);
        Basis basis = Basis.of(profile).with(edition);
        return judge(
                profile,
                Wnm.requirement("validation"),
                (name, bytes) -> {
                    Report report = Wnm.validate(bytes, basis);
                    Optional<JsonTree> document = Wnm.read(bytes, profile).document();
                    return new Judged(
                            name,
                            true,
                            with(report, document, official, Wnm.requirement("validation")),
                            document.map(message -> Wnm.kpis(message, Optional.empty())));
                });
    }

    /// The judge of discovery records.
    ///
    /// @param hierarchy the topics and centres that are known
    /// @param schema the official schema, if it was fetched
    static Judge ofRecords(
            Profile profile, TopicHierarchy hierarchy, Optional<OfficialSchema> schema) {
        return judge(
                profile,
                Wcmp2.requirement("validation"),
                (name, bytes) -> {
                    Report report = Wcmp2.validate(bytes, profile, hierarchy);
                    Optional<JsonTree> document = Wcmp2.read(bytes, profile).document();
                    return new Judged(
                            name,
                            true,
                            with(report, document, schema, Wcmp2.requirement("validation")),
                            document.filter(JsonTree::isObject)
                                    .map(record -> Wcmp2.kpis(record, profile, ports(profile))));
                });
    }

    /// What records are scored with: a dictionary, and no network.
    private static KpiPorts ports(Profile profile) {
        return new KpiPorts(Optional.empty(), Optional.of(EnglishWords.of(profile)));
    }

    /// A report with what the official schema objects to as well; formats are asserted in the strict profile.
    private static Report with(
            Report report,
            Optional<JsonTree> document,
            Optional<OfficialSchema> schema,
            Requirement validation) {
        if (document.isEmpty() || schema.isEmpty()) {
            return report;
        }
        boolean formats = report.profile() == Profile.STRICT;
        List<Finding> further = schema.get().judge(document.get(), validation, formats);
        if (further.isEmpty()) {
            return report;
        }
        List<Finding> all = new ArrayList<>(report.findings());
        all.addAll(further);
        Map<String, Verdict> tests = new LinkedHashMap<>(report.tests());
        if (further.stream().anyMatch(finding -> finding.verdict() == Verdict.FAILED)) {
            tests.put("validation", Verdict.FAILED);
        }
        return new Report(report.profile(), all, tests);
    }

    private static Judge judge(Profile profile, Requirement validation, OfBytes judge) {
        return document ->
                switch (document) {
                    case Document.Read(String name, byte[] bytes) -> judge.judge(name, bytes);
                    case Document.Unreadable unreadable ->
                            Judged.undecided(unreadable, profile, validation);
                };
    }

    /// Judges what was read.
    @FunctionalInterface
    interface OfBytes {
        Judged judge(String name, byte[] bytes);
    }
}
