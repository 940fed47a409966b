package io.github.wis2chain.adapters.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Status and header fields of an answer (RFC 9112, sections 4 and 5).
///
/// @param persistent the server speaks HTTP/1.1, so that the connection lasts unless said otherwise
/// @param fields by name in lower case; what was sent several times is joined by commas
record Head(int status, boolean persistent, Map<String, String> fields) {

    Head {
        fields = Map.copyOf(fields);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// The status is no answer yet (RFC 9110, section 15.2).
    boolean isInterim() {
        return status >= 100 && status < 200;
    }

    boolean isChunked() {
        return fields.containsKey("transfer-encoding");
    }

    /// The number of bytes that the body is said to have; empty if it says so by itself.
    ///
    /// @throws ProtocolFault if it is not a number, or several that differ
    OptionalLong length() throws ProtocolFault {
        String value = fields.get("content-length");
        if (value == null || isChunked()) {
            return OptionalLong.empty();
        }
        String first = value.split(",", -1)[0].strip();
        for (String each : value.split(",", -1)) {
            if (!each.strip().equals(first)) {
                throw new ProtocolFault("it gives several lengths");
            }
        }
        if (first.isEmpty() || first.length() > 18 || !first.chars().allMatch(Head::isDigit)) {
            throw new ProtocolFault("its Content-Length is not a number");
        }
        return OptionalLong.of(Long.parseLong(first));
    }

    /// Whether the server will take another request on this connection.
    boolean keepsAlive() {
        String connection = field("connection").orElse("").toLowerCase(Locale.ROOT);
        return persistent ? !connection.contains("close") : connection.contains("keep-alive");
    }

    /// Whether the end of the body can be told from the end of the connection.
    boolean endsByItself() throws ProtocolFault {
        return isChunked() || length().isPresent();
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
