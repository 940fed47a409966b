package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads CloudEvents 1.0 from messages. Safe for any number of threads; no content makes it throw.
public final class CloudEventReader {

    private static final CloudEventReader STANDARD = new CloudEventReader(JsonReader.standard());

    private final JsonReader json;

    private CloudEventReader(JsonReader json) {
        this.json = json;
    }

    /// The reader with the standard limits of JSON.
    public static CloudEventReader standard() {
        return STANDARD;
    }

    /// A reader with the limits of that JSON reader.
    public static CloudEventReader with(JsonReader json) {
        return new CloudEventReader(json);
    }

    /// Reads an MQTT message in the mode in which it came (MQTT protocol binding 1.0, section 3).
    ///
    /// A content type that begins with `application/cloudevents` means structured mode, otherwise a
    /// user property `specversion` means binary mode. A message with neither is taken for structured
    /// mode, the only one there is in MQTT 3.1.1.
    ///
    /// @param contentType the content type property of the packet
    /// @param properties the user properties of the packet, in order
    /// @param payload what the packet carries
    public EventRead readMqtt(
            Optional<String> contentType, List<UserProperty> properties, byte[] payload) {
        return readEither(contentType, properties, payload);
    }

    /// Reads an HTTP message in the mode in which it came (HTTP protocol binding 1.0, section 3).
    ///
    /// A content type that begins with `application/cloudevents` means structured mode, otherwise a header
    /// `ce-specversion` means binary mode. A message with neither is taken for structured mode, as some senders say
    /// `application/json` and no more. Batches are refused.
    ///
    /// @param headers by name, in any case; a name that is there in two cases counts as two
    /// @param body what the message carries; when empty in binary mode the event has no data
    public EventRead readHttp(Map<String, String> headers, byte[] body) {
        Optional<String> contentType = Optional.empty();
        List<UserProperty> attributes = new ArrayList<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                contentType = Optional.of(header.getValue());
            }
            UserProperty.ofHeader(header.getKey(), header.getValue()).ifPresent(attributes::add);
        }
        return readEither(contentType, attributes, body);
    }

    private EventRead readEither(
            Optional<String> contentType, List<UserProperty> attributes, byte[] payload) {
        String essence = contentType.map(MediaTypeText::essence).orElse("");
        if (essence.startsWith("application/cloudevents")) {
            return essence.equals(CloudEvents.STRUCTURED_JSON)
                    ? readStructured(payload)
                    : refused(
                            Finding.failed(
                                    CloudEvents.requirement("format"),
                                    "",
                                    "the content type is [%s]; of the structured formats only %s is read"
                                            .formatted(
                                                    EventRules.shortened(essence),
                                                    CloudEvents.STRUCTURED_JSON)));
        }
        boolean binary =
                attributes.stream().anyMatch(attribute -> attribute.name().equals("specversion"));
        return binary ? readBinary(contentType, attributes, payload) : readStructured(payload);
    }

    /// Reads an event in JSON structured mode.
    public EventRead readStructured(byte[] document) {
        return switch (json.read(document)) {
            case JsonRead.Document(JsonTree root) -> judge(root, List.of());
            case JsonRead.Refused refused ->
                    refused(
                            Finding.failed(
                                    CloudEvents.requirement("format"),
                                    "",
                                    withoutFullStop(refused.message())));
        };
    }

    /// Reads an event in binary mode: attributes travel beside the payload, the media type is the content type, the data
    /// are the payload.
    ///
    /// JSON data are read as JSON; data of another media type, or of none, are kept as bytes.
    ///
    /// @param contentType the content type property of the packet
    /// @param properties the attributes, in order
    /// @param payload what the message carries; when empty the event has no data
    public EventRead readBinary(
            Optional<String> contentType, List<UserProperty> properties, byte[] payload) {
        var binary = BinaryEvent.of(json, contentType, properties, payload);
        return judge(binary.document(), binary.findings());
    }

    /// Reads an event from a document that is JSON already.
    public EventRead read(JsonTree document) {
        return judge(document, List.of());
    }

    private static EventRead judge(JsonTree document, List<Finding> before) {
        if (!document.isObject()) {
            return refused(
                    Finding.failed(
                            CloudEvents.requirement("format"),
                            document.pointer(),
                            "the event is %s; an object is required"
                                    .formatted(document.kind().words())));
        }
        List<Finding> findings = new ArrayList<>(before);
        findings.addAll(Rule.judge(EventRules.ALL, document));
        var report = new Report(Profile.STRICT, findings);
        return report.conforms()
                ? new EventRead.Accepted(event(document), report)
                : new EventRead.Refused(report);
    }

    private static EventRead refused(Finding finding) {
        return new EventRead.Refused(new Report(Profile.STRICT, List.of(finding)));
    }

    /// The event of a document that every rule accepts.
    private static CloudEvent event(JsonTree document) {
        Map<String, String> extensions = new LinkedHashMap<>();
        EventRules.extensions(document)
                .forEach(extension ->
                        EventRules.extensionText(extension)
                                .ifPresent(text -> extensions.put(extension.name(), text)));
        return new CloudEvent(
                document.text("id").orElseThrow(),
                document.text("source").orElseThrow(),
                document.text("type").orElseThrow(),
                document.text("specversion").orElseThrow(),
                document.text("subject"),
                document.text("time").flatMap(CloudEventReader::instant),
                document.text("dataschema"),
                document.text("datacontenttype"),
                extensions,
                data(document),
                document);
    }

    private static Optional<Instant> instant(String time) {
        return switch (DateTime.read(time)) {
            case DateTime.Moment moment -> Optional.of(moment.instant());
            case DateTime.Malformed _ -> Optional.empty();
        };
    }

    private static EventData data(JsonTree document) {
        Optional<EventData> binary =
                document.text(CloudEvents.DATA_BASE64).map(EventData.Binary::new);
        return binary.orElseGet(() ->
                document.member(CloudEvents.DATA)
                        .<EventData>map(EventData.Json::new)
                        .orElseGet(EventData.None::new));
    }

    static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
