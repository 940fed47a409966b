package io.github.wis2chain.standards.cloudevents;

import java.util.Locale;
import java.util.Optional;

/// An attribute as it travels beside the payload in binary mode: a user property of an MQTT 5 PUBLISH packet (MQTT 5.0,
/// 3.3.2.3.7), or a header of an HTTP message.
public record UserProperty(String name, String value) {

    private static final String HEADER = "ce-";

    /// The attribute that an HTTP header is, if it is one: its name begins with `ce-`, in any case, and its value is per
    /// cent encoded (HTTP protocol binding for CloudEvents 1.0, 3.1.3).
    public static Optional<UserProperty> ofHeader(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(HEADER)
                ? Optional.of(
                        new UserProperty(
                                lower.substring(HEADER.length()), HeaderValue.decoded(value)))
                : Optional.empty();
    }
}
