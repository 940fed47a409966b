package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Judges a message by the text of WNM 1.3: the gate before publishing.
final class StrictSuite {

    /// What the official schema enforces, formats apart.
    static final List<Rule> SCHEMA =
            List.of(
                    FeatureRules.SHAPE,
                    IdentifierRules.SHAPE,
                    ConformanceRules.SHAPE,
                    GeometryRules.SHAPE,
                    PubtimeRules.SHAPE,
                    IdentificationRules.DATA_ID_SHAPE,
                    TemporalRules.SHAPE,
                    IntegrityRules.SHAPE,
                    ContentRules.SHAPE,
                    LinksRules.SHAPE);

    /// What only the text demands.
    private static final List<Rule> TEXT =
            List.of(
                    IdentifierRules.UUID,
                    ConformanceRules.NO_VERSION,
                    GeometryRules.RANGES,
                    GeometryRules.CLOSED_RINGS,
                    PubtimeRules.UTC,
                    IdentificationRules.DATA_ID_NOT_BLANK,
                    TemporalRules.UTC,
                    IntegrityRules.DIGEST,
                    ContentRules.DECODABLE,
                    LinksRules.URLS,
                    LinksRules.ONE_PRIMARY,
                    LinksRules.LENGTH_COUNTS_BYTES);

    private static final List<Rule> ADVICE =
            List.of(
                    IdentifierRules.LOWER_CASE,
                    GeometryRules.THREE_NUMBERS,
                    PubtimeRules.FORM,
                    IdentificationRules.METADATA_ID_GIVEN,
                    TemporalRules.FORM,
                    TemporalRules.ORDER,
                    IntegrityRules.GIVEN,
                    LinksRules.LENGTH_GIVEN,
                    LinksRules.LOWER_CASE_SCHEME);

    /// The tests by name; `id` and not `identifier`, as the official report calls it.
    private static final List<String> TESTS =
            List.of(
                    "conformance",
                    "content",
                    "data_id",
                    "geometry",
                    "id",
                    "integrity",
                    "links",
                    "message_size",
                    "pubtime",
                    "temporal",
                    "validation",
                    "version");

    /// The tests that look into the properties.
    private static final List<String> TESTS_OF_PROPERTIES =
            List.of("content", "data_id", "integrity", "pubtime", "temporal");

    private StrictSuite() {}

    static Report validate(byte[] message) {
        return switch (JsonReader.standard().read(message)) {
            case JsonRead.Document document -> validate(document.root(), message.length);
            case JsonRead.Refused refused -> unreadable(Profile.STRICT, TESTS, refused);
        };
    }

    static Report validate(JsonTree message) {
        return validate(message, message.toBytes().length);
    }

    private static Report validate(JsonTree message, int wireBytes) {
        List<Finding> findings = Rule.judge(SCHEMA, message);
        boolean valid = findings.isEmpty();
        findings.addAll(Rule.judge(TEXT, message));
        findings.addAll(MessageSize.judge(message, wireBytes));
        findings.addAll(Rule.judge(ADVICE, message));
        return new Report(Profile.STRICT, findings, tests(message, findings, valid));
    }

    private static Map<String, Verdict> tests(
            JsonTree message, List<Finding> findings, boolean valid) {
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(TESTS.size());
        TESTS.forEach(test -> tests.put(test, Verdict.PASSED));
        if (!message.isObject()) {
            tests.replaceAll((_, _) -> Verdict.SKIPPED);
        } else if (message.object("properties").isEmpty()) {
            TESTS_OF_PROPERTIES.forEach(test -> tests.put(test, Verdict.SKIPPED));
        }
        if (!valid) {
            tests.put("validation", Verdict.FAILED);
        }
        if (message.has("version")) {
            tests.put("version", Verdict.FAILED);
        }
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.FAILED) {
                String test = finding.requirement().test();
                tests.replace(test.equals("identifier") ? "id" : test, Verdict.FAILED);
            }
        }
        return tests;
    }

    /// The report on bytes that are no JSON text: nothing else could be judged.
    static Report unreadable(Profile profile, List<String> tests, JsonRead.Refused refused) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        tests.forEach(test -> verdicts.put(test, Verdict.SKIPPED));
        verdicts.put("validation", Verdict.FAILED);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.failed(Wnm.requirement("validation"), "", withoutStop(refused.message())));
        return new Report(profile, findings, verdicts);
    }

    private static String withoutStop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }
}
