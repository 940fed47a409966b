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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Judges a record as pywcmp 0.14.4 does: the schema with its formats, then twelve tests, each up to its first fault.
///
/// The schema verdict stands in the report as the test `validation`, which the official report leaves out. The other
/// tests run whatever it is. Where the official run ends with an error and without a report, the test in which it does
/// is FAILED here, because the record is refused. The test of the creation date, which the official report calls
/// `conformance` a second time, has its own name.
final class ReferenceSuite {

    private static final List<Rule> SCHEMA = RecordShape.rules(Dialect.TOOL);

    private static final Map<String, Function<JsonTree, Optional<Fault>>> TESTS = tests();

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

    private static Map<String, Function<JsonTree, Optional<Fault>>> tests() {
        Map<String, Function<JsonTree, Optional<Fault>>> tests = new LinkedHashMap<>();
        // Four tests leave their question to the schema.
        tests.put("conformance", _ -> Optional.empty());
        tests.put("contacts", ReferenceTests::contacts);
        tests.put("record_creation_date", _ -> Optional.empty());
        tests.put("data_policy", ReferenceTests::dataPolicy);
        tests.put("description", _ -> Optional.empty());
        tests.put("extent_geospatial", ReferenceTests::extentGeospatial);
        tests.put("extent_temporal", ReferenceTests::extentTemporal);
        tests.put("identifier", ReferenceTests::identifier);
        tests.put("links", ReferenceLinks::links);
        tests.put("themes", ReferenceTests::themes);
        tests.put("title", _ -> Optional.empty());
        tests.put("type", ReferenceTests::type);
        return tests;
    }

    static Report validate(byte[] record) {
        return switch (READER.read(record)) {
            case JsonRead.Document document -> validate(document.root());
            case JsonRead.Refused refused -> {
                List<String> names = new ArrayList<>(TESTS.keySet());
                names.add("validation");
                yield StrictSuite.unreadable(Profile.REFERENCE, names, refused);
            }
        };
    }

    static Report validate(JsonTree record) {
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
            Optional<Fault> fault = test.apply(record);
            fault.ifPresent(found ->
                    findings.add(Finding.of(Wcmp2.requirement(name), Verdict.FAILED, found)));
            verdicts.put(name, fault.isPresent() ? Verdict.FAILED : Verdict.PASSED);
        });
        verdicts.put("validation", valid ? Verdict.PASSED : Verdict.FAILED);
        return new Report(Profile.REFERENCE, findings, verdicts);
    }
}
