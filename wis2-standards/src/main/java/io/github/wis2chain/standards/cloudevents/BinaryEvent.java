package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A message in the binary mode of MQTT 5, rewritten in structured mode, so that one set of rules
/// judges both.
///
/// @param document the event in structured mode
/// @param findings what only the binary mode can have wrong
record BinaryEvent(JsonTree document, List<Finding> findings) {

    static BinaryEvent of(
            JsonReader json,
            Optional<String> contentType,
            List<UserProperty> properties,
            byte[] payload) {
        ObjectNode event = JsonWriter.object();
        List<Finding> findings = new ArrayList<>();
        contentType.ifPresent(type -> event.put("datacontenttype", type));
        for (UserProperty property : properties) {
            add(property, event, findings);
        }
        if (payload.length > 0) {
            if (contentType.filter(MediaTypeText::isJson).isPresent()) {
                addJson(json.read(payload), event, findings);
            } else {
                event.put(CloudEvents.DATA_BASE64, Base64.getEncoder().encodeToString(payload));
            }
        }
        return new BinaryEvent(JsonTree.of(event), List.copyOf(findings));
    }

    private static void add(UserProperty property, ObjectNode event, List<Finding> findings) {
        String name = property.name();
        boolean attribute =
                CloudEvents.isAttributeName(name)
                        && !name.equals(CloudEvents.DATA)
                        && !name.equals("datacontenttype");
        if (!attribute) {
            tell(
                    findings,
                    new Finding(
                            CloudEvents.requirement("naming"),
                            Verdict.WARNING,
                            "",
                            "the user property [%s] is no attribute of an event and was left out"
                                    .formatted(EventRules.shortened(name)),
                            Optional.empty()));
        } else if (event.has(name)) {
            tell(
                    findings,
                    Finding.failed(
                            CloudEvents.requirement("format"),
                            "/" + name,
                            "the user property %s is there twice; once is allowed"
                                    .formatted(EventRules.shortened(name))));
        } else {
            event.put(name, property.value());
        }
    }

    private static void tell(List<Finding> findings, Finding finding) {
        if (findings.size() < Rule.MOST_FAULTS) {
            findings.add(finding);
        }
    }

    private static void addJson(JsonRead read, ObjectNode event, List<Finding> findings) {
        switch (read) {
            case JsonRead.Document(JsonTree root) -> event.set(CloudEvents.DATA, root.node());
            case JsonRead.Refused refused ->
                    findings.add(
                            Finding.failed(
                                    CloudEvents.requirement("data"),
                                    "/data",
                                    "the payload is announced as JSON, but at "
                                            + CloudEventReader.withoutFullStop(refused.message())));
        }
    }
}
