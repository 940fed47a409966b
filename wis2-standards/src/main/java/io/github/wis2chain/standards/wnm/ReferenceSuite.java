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

/// Judges a message as the official validator does: schema without formats, then eight tests, of which four look at
/// anything.
///
/// The schema verdict stands in the report as the test `validation`, which the official report leaves out. The other
/// tests run whatever it is; one that the official validator would abort on is SKIPPED.
final class ReferenceSuite {

    private static final String MESSAGE_SIZE = "message_size";

    private static final List<String> TESTS =
            List.of(
                    "conformance",
                    "data_id",
                    "geometry",
                    "id",
                    "links",
                    MESSAGE_SIZE,
                    "temporal",
                    "validation",
                    "version");

    /// Python's parser descends to about 1000 levels and reads integers of 4300 digits.
    static final JsonReader READER =
            JsonReader.lenient(
                    new JsonLimits(
                            JsonLimits.STANDARD.maxBytes(),
                            990,
                            JsonLimits.STANDARD.maxStringLength(),
                            4300,
                            JsonLimits.Structure.ANY));

    private ReferenceSuite() {}

    static Report validate(byte[] message, Edition edition, ToolLine tool) {
        return switch (READER.read(message)) {
            case JsonRead.Document document -> validate(document.root(), edition, tool);
            case JsonRead.Refused refused ->
                    StrictSuite.unreadable(
                            Profile.REFERENCE,
                            tests(tool),
                            refused,
                            refused.fault().isOfTheReader());
        };
    }

    static Report validate(JsonTree message, Edition edition, ToolLine tool) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(TESTS.size());
        tests(tool).forEach(test -> tests.put(test, Verdict.PASSED));
        schema(message, EditionRules.of(edition).schema(), findings, tests);
        record("id", "identifier", ReferenceTests.id(message), findings, tests);
        record("links", "links", ReferenceTests.links(message), findings, tests);
        if (tests.containsKey(MESSAGE_SIZE)) {
            record(
                    MESSAGE_SIZE,
                    MESSAGE_SIZE,
                    ReferenceTests.messageSize(message),
                    findings,
                    tests);
        }
        record("temporal", "temporal", ReferenceTests.temporal(message), findings, tests);
        return new Report(Profile.REFERENCE, findings, tests);
    }

    private static List<String> tests(ToolLine tool) {
        return switch (tool) {
            case LINE_0_12 -> TESTS.stream().filter(test -> !test.equals(MESSAGE_SIZE)).toList();
            case LINE_0_13 -> TESTS;
        };
    }

    /// All that the schema refuses stands under one requirement, because the tests named after the others pass.
    private static void schema(
            JsonTree message,
            List<Rule> schema,
            List<Finding> findings,
            Map<String, Verdict> tests) {
        Requirement validation = Wnm.requirement("validation");
        for (Finding finding : Rule.judge(schema, message)) {
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
