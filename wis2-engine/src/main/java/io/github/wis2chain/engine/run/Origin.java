package io.github.wis2chain.engine.run;

import java.util.HashMap;
import java.util.Map;

/// Where an event came from, kept with it for ever.
///
/// @param transport `mqtt`, `http` or `operator`
/// @param place the topic, the remote address, or the operator's name
/// @param properties what else the transport said: see the constants
public record Origin(String transport, String place, Map<String, String> properties) {

    /// The media type that the sender stated.
    public static final String CONTENT_TYPE = "content-type";

    /// The quality of service of an MQTT message: `0`, `1` or `2`.
    public static final String QOS = "qos";

    /// `true` for an MQTT message that the broker had retained.
    public static final String RETAINED = "retained";

    /// The name that the sender was known by: MQTT user name, or account or token of the API.
    public static final String USER = "user";

    /// The address that something handed in by a person came from.
    public static final String ADDRESS = "address";

    /// The MQTT client identifier of the sender, where the broker tells it.
    public static final String CLIENT = "client";

    /// Before the name of an MQTT 5 user property: `user-property.ce_id`. Of a name sent twice the last value counts.
    public static final String USER_PROPERTY = "user-property.";

    /// Before the lower-case name of an HTTP header: `header.ce-id`. The value is as it was sent, with
    /// whatever per cent encoding it has. Only those that CloudEvents 1.0 defines for its binary mode
    /// are kept.
    public static final String HEADER = "header.";

    /// The size in bytes of a payload of which only the beginning was kept.
    public static final String WHOLE_SIZE = "whole-size";

    /// What the payload is, unless it is the event of a file.
    public static final String KIND = "kind";

    public Origin {
        properties = Map.copyOf(properties);
    }

    /// The place and, as far as it is known, who sent it and from which address, for people.
    public String sender() {
        String user = properties.getOrDefault(USER, place);
        String address = properties.getOrDefault(ADDRESS, "");
        return "%s%s%s"
                .formatted(
                        place,
                        user.equals(place) ? "" : ", user " + user,
                        address.isEmpty() ? "" : ", address " + address);
    }

    /// This origin with one property more.
    public Origin with(String name, String value) {
        var more = new HashMap<>(properties);
        more.put(name, value);
        return new Origin(transport, place, more);
    }
}
