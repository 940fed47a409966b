package io.github.wis2chain.app.settings;

import io.github.wis2chain.adapters.PacketSize;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Events from an MQTT broker.
///
/// @param connection the broker, under `broker`; empty for the node's own
/// @param topics topic filters to subscribe to, at least one
/// @param clientId names the session that keeps events while we are away; empty for one made of the
///     centre-id and the source's name
/// @param sessionExpiry how long the broker keeps the session of an absent client; whole seconds
/// @param cleanStart forget the old session when connecting first
/// @param sharedGroup divides the events among the nodes that name the same group
/// @param noLocal do not receive what this very client publishes; MQTT 5 only
/// @param retainAsPublished keep the mark of retained messages; MQTT 5 only, where it is the default
/// @param retainHandling MQTT 3.1.1 knows only {@link RetainHandling#ALWAYS}
/// @param payloadMatches take only payloads in which this is found; others are acknowledged and
///     counted
/// @param maxPacket the largest MQTT packet that the broker may send, in bytes
public record MqttSourceSettings(
        Optional<ConnectionSettings> connection,
        List<String> topics,
        Optional<String> clientId,
        int qos,
        Duration sessionExpiry,
        boolean cleanStart,
        Optional<String> sharedGroup,
        boolean noLocal,
        boolean retainAsPublished,
        RetainHandling retainHandling,
        Optional<Pattern> payloadMatches,
        int maxPacket)
        implements SourceSettings {

    /// When the broker sends retained messages (MQTT 5, 3.8.3.1).
    public enum RetainHandling {
        /// At every subscription.
        ALWAYS,
        /// At a subscription that did not exist before.
        NEW,
        /// Not at all.
        NEVER
    }

    /// What is told to a broker that one connects to.
    private static final List<String> OF_A_SUBSCRIPTION =
            List.of(
                    "client-id",
                    "qos",
                    "session-expiry",
                    "clean-start",
                    "shared-group",
                    "no-local",
                    "retain-as-published",
                    "retain-handling",
                    "max-packet");

    public MqttSourceSettings {
        topics = List.copyOf(topics);
        PacketSize.checked(maxPacket);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException(
                    "topic is missing; at least one topic filter is required");
        }
        if (sharedGroup.isPresent() && noLocal) {
            throw new IllegalArgumentException(
                    "no-local cannot be on with a shared-group (MQTT 5, 3.8.3.1)");
        }
        if (sharedGroup.filter(group -> group.matches(".*[/+#].*")).isPresent()) {
            throw new IllegalArgumentException(
                    "shared-group must have none of the characters / + #");
        }
        if (!speaksMqtt5(connection)
                && (noLocal || retainAsPublished || retainHandling != RetainHandling.ALWAYS)) {
            throw new IllegalArgumentException(
                    "no-local, retain-as-published and a retain-handling other than always need"
                            + " MQTT 5, and broker.protocol is 3.1.1");
        }
    }

    static Value<MqttSourceSettings> read(Section section) {
        return read(section, false);
    }

    /// @param embedded the node's own broker is the embedded one
    static Value<MqttSourceSettings> read(Section section, boolean embedded) {
        return embedded && !section.has("broker") ? readEmbedded(section) : readRemote(section);
    }

    private static Value<MqttSourceSettings> readEmbedded(Section section) {
        var topics = section.list("topic", TopicFilters.MQTT);
        OF_A_SUBSCRIPTION.stream()
                .filter(section::isGiven)
                .forEach(key ->
                        section.problem(
                                key,
                                "it does nothing here: from the embedded broker events come without"
                                        + " a subscription; remove it, or name another broker under"
                                        + " broker"));
        var payloadMatches = section.optional("payload-matches", Types.PATTERN);
        section.optionalSection("broker", ConnectionSettings::read);
        return section.build(() -> ofEmbedded(topics.get(), payloadMatches.get()));
    }

    private static MqttSourceSettings ofEmbedded(
            List<String> topics, Optional<Pattern> payloadMatches) {
        return new MqttSourceSettings(
                Optional.empty(),
                topics,
                Optional.empty(),
                1,
                Duration.ofDays(3),
                false,
                Optional.empty(),
                false,
                true,
                RetainHandling.NEW,
                payloadMatches,
                PacketSize.DEFAULT);
    }

    private static Value<MqttSourceSettings> readRemote(Section section) {
        var connection = section.optionalSection("broker", ConnectionSettings::read);
        var topics = section.list("topic", TopicFilters.MQTT);
        boolean five = connection.isFaulty() || speaksMqtt5(connection.get());
        var clientId = section.optional("client-id", Types.TEXT);
        var qos = section.optional("qos", Types.whole(0, 2), "1");
        var sessionExpiry = section.optional("session-expiry", Types.DURATION, "3d");
        var cleanStart = section.optional("clean-start", Types.SWITCH, "off");
        var sharedGroup = section.optional("shared-group", Types.TEXT);
        var noLocal = section.optional("no-local", Types.SWITCH, "off");
        var retainAsPublished =
                section.optional("retain-as-published", Types.SWITCH, five ? "on" : "off");
        var retainHandling =
                section.optional(
                        "retain-handling",
                        Types.oneOf(RetainHandling.class),
                        five ? "new" : "always");
        var payloadMatches = section.optional("payload-matches", Types.PATTERN);
        var maxPacket = MaxPacket.read(section);
        return section.build(() ->
                new MqttSourceSettings(
                        connection.get(),
                        topics.get(),
                        clientId.get(),
                        qos.get(),
                        sessionExpiry.get(),
                        cleanStart.get(),
                        sharedGroup.get(),
                        noLocal.get(),
                        retainAsPublished.get(),
                        retainHandling.get(),
                        payloadMatches.get(),
                        maxPacket.get()));
    }

    private static boolean speaksMqtt5(Optional<ConnectionSettings> connection) {
        return connection
                .map(broker -> broker.protocol() == ConnectionSettings.Protocol.MQTT_5)
                .orElse(true);
    }
}
