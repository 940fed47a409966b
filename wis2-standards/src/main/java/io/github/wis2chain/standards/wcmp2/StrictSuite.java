package io.github.wis2chain.standards.wcmp2;

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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a record by the text of WCMP2 2.3: the gate before publishing.
///
/// Not judged, because no document can tell: whether all applicable disciplines are named, and whether data that is not
/// real-time has a link to a folder or an API (`/req/core/themes` D in part, `/req/core/links` C).
final class StrictSuite {

    static final JsonReader READER = JsonReader.strict(JsonLimits.RECORDS);

    private static final List<Rule> SCHEMA = RecordShape.rules(Dialect.TEXT);

    private static final List<String> TESTS =
            List.of(
                    "conformance",
                    "contacts",
                    "data_policy",
                    "description",
                    "extent_geospatial",
                    "extent_temporal",
                    "identifier",
                    "links",
                    "record_creation_date",
                    "themes",
                    "themes_wis2_global_service",
                    "title",
                    "type",
                    "validation");

    /// The tests that look into the properties.
    private static final List<String> TESTS_OF_PROPERTIES =
            List.of(
                    "contacts",
                    "data_policy",
                    "description",
                    "record_creation_date",
                    "themes",
                    "themes_wis2_global_service",
                    "title",
                    "type");

    private StrictSuite() {}

    /// What only the text demands.
    private static List<Rule> text(TopicHierarchy hierarchy) {
        return List.of(
                IdentifierRules.NOTATION,
                IdentifierRules.centre(hierarchy),
                IdentifierRules.LOCAL,
                PropertyRules.TYPE,
                PropertyRules.TITLE,
                PropertyRules.DESCRIPTION,
                ThemeRules.CONCEPTS,
                ThemeRules.SCHEMES,
                ThemeRules.DISCIPLINE,
                ThemeRules.GLOBAL_SERVICE,
                ExtentRules.GEOMETRY,
                ExtentRules.CLOSED_RINGS,
                ExtentRules.CALENDAR,
                PropertyRules.ORGANIZATION,
                PropertyRules.ROLES,
                PropertyRules.POLICY,
                LinkRules.HREFS,
                LinkRules.ACCESS,
                LinkRules.SECURITY,
                LinkRules.SCHEMES,
                LinkRules.channels(hierarchy),
                LinkRules.RELATIONS);
    }

    static Report validate(byte[] record, TopicHierarchy hierarchy) {
        return switch (READER.read(record)) {
            case JsonRead.Document document -> validate(document.root(), hierarchy);
            case JsonRead.Refused refused -> unreadable(Profile.STRICT, TESTS, refused);
        };
    }

    static Report validate(JsonTree record, TopicHierarchy hierarchy) {
        List<Finding> findings = Rule.judge(SCHEMA, record);
        boolean valid = findings.isEmpty();
        findings.addAll(Rule.judge(text(hierarchy), record));
        findings.addAll(Rule.judge(Advice.RULES, record));
        return new Report(Profile.STRICT, findings, tests(record, findings, valid));
    }

    private static Map<String, Verdict> tests(
            JsonTree record, List<Finding> findings, boolean valid) {
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(TESTS.size());
        TESTS.forEach(test -> tests.put(test, Verdict.PASSED));
        if (!record.isObject()) {
            tests.replaceAll((_, _) -> Verdict.SKIPPED);
        } else if (record.object("properties").isEmpty()) {
            TESTS_OF_PROPERTIES.forEach(test -> tests.put(test, Verdict.SKIPPED));
        }
        if (!valid) {
            tests.put("validation", Verdict.FAILED);
        }
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.FAILED) {
                tests.replace(finding.requirement().test(), Verdict.FAILED);
            }
        }
        return tests;
    }

    /// The report on bytes that are no JSON text, or one beyond our bounds: nothing else could be judged.
    static Report unreadable(Profile profile, List<String> tests, JsonRead.Refused refused) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        tests.forEach(test -> verdicts.put(test, Verdict.SKIPPED));
        Verdict verdict = refused.fault().isOfTheReader() ? Verdict.SKIPPED : Verdict.FAILED;
        verdicts.put("validation", verdict);
        String sentence = refused.message();
        Finding finding =
                new Finding(
                        Wcmp2.requirement("validation"),
                        verdict,
                        "",
                        sentence.substring(0, sentence.length() - 1),
                        Optional.empty());
        return new Report(profile, List.of(finding), verdicts);
    }
}
