package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.json.JsonTree;

import java.util.Base64;

/// What an event carries.
public sealed interface EventData {

    /// A JSON value, `null` included.
    ///
    /// @param value its pointer begins with `/data`
    record Json(JsonTree value) implements EventData {}

    /// Bytes of any other kind.
    ///
    /// @param base64 the bytes in standard base64, as they stand in `data_base64`
    record Binary(String base64) implements EventData {

        /// The bytes themselves.
        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /// Nothing: the event has neither `data` nor `data_base64`.
    record None() implements EventData {}
}
