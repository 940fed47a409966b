package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonLimits;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a record as pywcmp 0.14.4 does: the schema with its formats, then twelve tests, each up to its first fault.
///
/// The schema verdict stands in the report as the test `validation`, which the official report leaves out. The other
/// tests run whatever it is. Where the official run ends with an error and without a report, the test in which it does
/// is FAILED here, because the record is refused. The test of the creation date, which the official report calls
/// `conformance` a second time, has its own name.
final class ReferenceSuite {

    private static final List<Rule> SCHEMA = RecordShape.rules(Dialect.TOOL);

    private static final Map<String, Test> TESTS = tests();

    /// Python's parser descends to about 1000 levels and reads integers of 4300 digits.
    static final JsonReader READER =
            JsonReader.lenient(
                    new JsonLimits(
                            JsonLimits.RECORDS.maxBytes(),
                            990,
                            JsonLimits.RECORDS.maxStringLength(),
                            4300,
                            new JsonLimits.Structure(
                                    JsonLimits.RECORDS.structure().maxValues(),
                                    JsonLimits.RECORDS.maxStringLength())));

    private ReferenceSuite() {}

    /// A test of the tool, with the topics and centres that it knows.
    @FunctionalInterface
    private interface Test {
        Optional<Fault> judge(JsonTree record, TopicHierarchy hierarchy);
    }

    private static Map<String, Test> tests() {
        Map<String, Test> tests = new LinkedHashMap<>();
        // Four tests leave their question to the schema.
        tests.put("conformance", (_, _) -> Optional.empty());
        tests.put("contacts", (record, _) -> ReferenceTests.contacts(record));
        tests.put("record_creation_date", (_, _) -> Optional.empty());
        tests.put("data_policy", (record, _) -> ReferenceTests.dataPolicy(record));
        tests.put("description", (_, _) -> Optional.empty());
        tests.put("extent_geospatial", (record, _) -> ReferenceTests.extentGeospatial(record));
        tests.put("extent_temporal", (record, _) -> ReferenceTests.extentTemporal(record));
        tests.put("identifier", ReferenceTests::identifier);
        tests.put("links", ReferenceLinks::links);
        tests.put("themes", (record, _) -> ReferenceTests.themes(record));
        tests.put("title", (_, _) -> Optional.empty());
        tests.put("type", (record, _) -> ReferenceTests.type(record));
        return tests;
    }

    static Report validate(byte[] record, TopicHierarchy hierarchy) {
        return switch (READER.read(record)) {
            case JsonRead.Document document -> validate(document.root(), hierarchy);
            case JsonRead.Refused refused -> {
                List<String> names = new ArrayList<>(TESTS.keySet());
                names.add("validation");
                yield StrictSuite.unreadable(Profile.REFERENCE, names, refused);
            }
        };
    }

    static Report validate(JsonTree record, TopicHierarchy hierarchy) {
        List<Finding> findings = new ArrayList<>();
        // All that the schema refuses stands under one requirement, because the tests named after
        // the others may pass.
        for (Finding finding : Rule.judge(SCHEMA, record)) {
            findings.add(
                    new Finding(
                            Wcmp2.requirement("validation"),
                            finding.verdict(),
                            finding.pointer(),
                            finding.message(),
                            finding.fix()));
        }
        boolean valid = findings.isEmpty();
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        TESTS.forEach((name, test) -> {
            Optional<Fault> fault = test.judge(record, hierarchy);
            fault.ifPresent(found ->
                    findings.add(Finding.of(Wcmp2.requirement(name), Verdict.FAILED, found)));
            verdicts.put(name, fault.isPresent() ? Verdict.FAILED : Verdict.PASSED);
        });
        verdicts.put("validation", valid ? Verdict.PASSED : Verdict.FAILED);
        return new Report(Profile.REFERENCE, findings, verdicts);
    }
}
