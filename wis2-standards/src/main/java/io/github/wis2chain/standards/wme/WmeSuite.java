package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.cloudevents.CloudEventReader;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Judges a monitoring event by the text, with a test for each requirement.
final class WmeSuite {

    private static final List<Rule> RULES =
            List.of(
                    EnvelopeRules.ID,
                    EnvelopeRules.RANDOM_ID,
                    EnvelopeRules.VERSION,
                    EnvelopeRules.TYPE,
                    EnvelopeRules.SOURCE,
                    EnvelopeRules.SUBJECT,
                    EnvelopeRules.TIME,
                    EnvelopeRules.DATACONTENTTYPE,
                    EnvelopeRules.DATASCHEMA,
                    DataRules.DATA,
                    DataRules.CONFORMANCE,
                    DataRules.SEVERITY,
                    DataRules.CONTENT,
                    DataRules.TITLE,
                    DataRules.DESCRIPTION,
                    DataRules.LINKS,
                    DataRules.TIME,
                    DataRules.REF);

    private static final List<String> TESTS =
            List.of(
                    "validation",
                    "message_size",
                    "id",
                    "version",
                    "type",
                    "source",
                    "subject",
                    "time",
                    "datacontenttype",
                    "dataschema",
                    "data",
                    "data_conformance",
                    "data_severity",
                    "data_content",
                    "data_content_title",
                    "data_links");

    private WmeSuite() {}

    static Report validate(byte[] event) {
        return switch (JsonReader.standard().read(event)) {
            case JsonRead.Document(JsonTree root) -> validate(root, event.length);
            case JsonRead.Refused refused -> unreadable(Wme.reason(refused));
        };
    }

    static Report validate(JsonTree event, int wireBytes) {
        if (!event.isObject()) {
            return unreadable(
                    "the event is %s; an object is required".formatted(event.kind().words()));
        }
        List<Finding> findings = new ArrayList<>();
        if (wireBytes > Wme.MAX_EVENT_BYTES) {
            findings.add(
                    Finding.failed(
                            Wme.requirement("message_size"),
                            "",
                            String.format(
                                    Locale.ROOT,
                                    "the event has %d bytes; at most %d are allowed",
                                    wireBytes,
                                    Wme.MAX_EVENT_BYTES)));
        }
        findings.addAll(Rule.judge(RULES, event));
        findings.addAll(asCloudEvent(event, findings));
        return new Report(Profile.STRICT, findings, tests(findings));
    }

    /// What CloudEvents demands beyond that, without what was told of the same place already.
    private static List<Finding> asCloudEvent(JsonTree event, List<Finding> told) {
        Set<String> places = told.stream().map(Finding::pointer).collect(Collectors.toSet());
        return CloudEventReader.standard().read(event).report().findings().stream()
                .filter(finding -> !places.contains(finding.pointer()))
                .map(finding ->
                        new Finding(
                                Wme.requirement("validation"),
                                finding.verdict(),
                                finding.pointer(),
                                finding.message(),
                                finding.fix()))
                .toList();
    }

    private static Map<String, Verdict> tests(List<Finding> findings) {
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(TESTS.size());
        TESTS.forEach(test -> tests.put(test, Verdict.PASSED));
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .forEach(finding -> tests.put(finding.requirement().test(), Verdict.FAILED));
        return tests;
    }

    private static Report unreadable(String reason) {
        Map<String, Verdict> tests = LinkedHashMap.newLinkedHashMap(TESTS.size());
        TESTS.forEach(test -> tests.put(test, Verdict.SKIPPED));
        tests.put("validation", Verdict.FAILED);
        return new Report(
                Profile.STRICT,
                List.of(Finding.failed(Wme.requirement("validation"), "", reason)),
                tests);
    }
}
