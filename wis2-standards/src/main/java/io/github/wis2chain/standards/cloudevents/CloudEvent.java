package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.json.JsonTree;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An event that came in, with the attributes of CloudEvents 1.0.
///
/// @param id distinguishes the event among those of its source
/// @param source a URI reference that says where it happened
/// @param type what kind of event it is, such as `fr.ifremer.file.diffusion`
/// @param specversion always `1.0`
/// @param subject what the event is about within its source
/// @param time when it happened
/// @param dataschema the absolute URI of the schema that the data follow
/// @param datacontenttype the media type of the data; absent means `application/json`
/// @param extensions further attributes by name in the order of the document, each in the string form
///     that CloudEvents gives its type
/// @param data what the event carries
/// @param document the whole event in structured mode, whichever mode it came in
public record CloudEvent(
        String id,
        String source,
        String type,
        String specversion,
        Optional<String> subject,
        Optional<Instant> time,
        Optional<String> dataschema,
        Optional<String> datacontenttype,
        Map<String, String> extensions,
        EventData data,
        JsonTree document) {

    public CloudEvent {
        for (String required : new String[] {id, source, type}) {
            if (required.isEmpty()) {
                throw new IllegalArgumentException(
                        "id [%s], source [%s] and type [%s] must not be empty"
                                .formatted(id, source, type));
            }
        }
        if (!specversion.equals(CloudEvents.VERSION)) {
            throw new IllegalArgumentException(
                    "specversion [%s] must be %s".formatted(specversion, CloudEvents.VERSION));
        }
        // Map.copyOf would lose the order of the document.
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /// The data as JSON, if the event carries JSON.
    public Optional<JsonTree> json() {
        return data instanceof EventData.Json(JsonTree value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
