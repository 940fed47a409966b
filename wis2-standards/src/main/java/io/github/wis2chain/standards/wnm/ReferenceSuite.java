package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonLimits;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a message as the official validator does, 0.13 line: schema without formats, then eight tests, of which four
/// look at anything.
///
/// The schema verdict stands in the report as the test `validation`, which the official report leaves out. The other
/// tests run whatever it is; one that the official validator would abort on is SKIPPED. Earlier lines (0.8 to 0.12)
/// differ by having no `message_size`.
final class ReferenceSuite {

    private static final List<String> TESTS =
            List.of(
                    "conformance",
                    "data_id",
                    "geometry",
                    "id",
                    "links",
                    "message_size",
                    "temporal",
                    "validation",
                    "version");

    /// Python's parser descends to about 1000 levels and reads integers of 4300 digits.
    private static final JsonReader READER =
            JsonReader.lenient(
                    new JsonLimits(
                            JsonLimits.STANDARD.maxBytes(),
                            990,
                            JsonLimits.STANDARD.maxStringLength(),
                            4300,
                            JsonLimits.Structure.ANY));

    private ReferenceSuite() {}

    static Report validate(byte[] message) {
        return switch (READER.read(message)) {
            case JsonRead.Document document -> validate(document.root());
            case JsonRead.Refused refused ->
                    StrictSuite.unreadable(Profile.REFERENCE, TESTS, refused);
        };
    }

    static Report validate(JsonTree message) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(TESTS.size());
        TESTS.forEach(test -> tests.put(test, Verdict.PASSED));
        schema(message, findings, tests);
        record("id", "identifier", ReferenceTests.id(message), findings, tests);
        record("links", "links", ReferenceTests.links(message), findings, tests);
        record(
                "message_size",
                "message_size",
                ReferenceTests.messageSize(message),
                findings,
                tests);
        record("temporal", "temporal", ReferenceTests.temporal(message), findings, tests);
        return new Report(Profile.REFERENCE, findings, tests);
    }

    /// All that the schema refuses stands under one requirement, because the tests named after the others pass.
    private static void schema(
            JsonTree message, List<Finding> findings, Map<String, Verdict> tests) {
        Requirement validation = Wnm.requirement("validation");
        for (Finding finding : Rule.judge(StrictSuite.SCHEMA, message)) {
            findings.add(
                    new Finding(
                            validation,
                            finding.verdict(),
                            finding.pointer(),
                            finding.message(),
                            finding.fix()));
        }
        if (!findings.isEmpty()) {
            tests.put("validation", Verdict.FAILED);
        }
    }

    private static void record(
            String test,
            String requirement,
            Optional<ReferenceTests.Objection> objection,
            List<Finding> findings,
            Map<String, Verdict> tests) {
        objection.ifPresent(found -> {
            tests.put(test, found.verdict());
            findings.add(Finding.of(Wnm.requirement(requirement), found.verdict(), found.fault()));
        });
    }
}
