package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a message by the text of WNM: the gate before publishing.
final class StrictSuite {

    /// The tests that look into the properties.
    private static final List<String> TESTS_OF_PROPERTIES =
            List.of("content", "data_id", "integrity", "metadata_id", "pubtime", "temporal");

    private StrictSuite() {}

    static Report validate(byte[] message, Edition edition) {
        return switch (JsonReader.standard().read(message)) {
            case JsonRead.Document document -> validate(document.root(), edition, message.length);
            case JsonRead.Refused refused -> {
                // What is too long in any case needs no reading.
                boolean tooLong = message.length > Wnm.MAX_MESSAGE_BYTES;
                yield unreadable(
                        Profile.STRICT,
                        EditionRules.of(edition).tests(),
                        refused,
                        refused.fault().isOfTheReader() && !tooLong);
            }
        };
    }

    static Report validate(JsonTree message, Edition edition) {
        return validate(message, edition, message.toBytes().length);
    }

    private static Report validate(JsonTree message, Edition edition, int wireBytes) {
        EditionRules rules = EditionRules.of(edition);
        List<Finding> findings = Rule.judge(rules.schema(), message);
        boolean valid = findings.isEmpty();
        findings.addAll(Rule.judge(rules.text(), message));
        findings.addAll(MessageSize.judge(message, wireBytes));
        findings.addAll(Rule.judge(rules.advice(), message));
        return new Report(Profile.STRICT, findings, tests(rules, message, findings, valid));
    }

    private static Map<String, Verdict> tests(
            EditionRules rules, JsonTree message, List<Finding> findings, boolean valid) {
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(rules.tests().size());
        rules.tests().forEach(test -> tests.put(test, Verdict.PASSED));
        if (!message.isObject()) {
            tests.replaceAll((_, _) -> Verdict.SKIPPED);
        } else if (message.object("properties").isEmpty()) {
            TESTS_OF_PROPERTIES.forEach(test -> tests.replace(test, Verdict.SKIPPED));
        }
        if (!valid) {
            tests.put("validation", Verdict.FAILED);
        }
        if (message.has("version")) {
            tests.replace("version", Verdict.FAILED);
        }
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.FAILED) {
                String test = finding.requirement().test();
                tests.replace(test.equals("identifier") ? "id" : test, Verdict.FAILED);
            }
        }
        return tests;
    }

    /// The report on bytes that are no JSON text, or one beyond our bounds: nothing else could be judged.
    static Report unreadable(
            Profile profile, List<String> tests, JsonRead.Refused refused, boolean undecided) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        tests.forEach(test -> verdicts.put(test, Verdict.SKIPPED));
        Verdict verdict = undecided ? Verdict.SKIPPED : Verdict.FAILED;
        verdicts.put("validation", verdict);
        Finding finding =
                new Finding(
                        Wnm.requirement("validation"),
                        verdict,
                        "",
                        withoutStop(refused.message()),
                        Optional.empty());
        return new Report(profile, List.of(finding), verdicts);
    }

    private static String withoutStop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }
}
