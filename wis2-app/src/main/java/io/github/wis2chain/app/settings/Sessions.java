package io.github.wis2chain.app.settings;

import io.github.wis2chain.adapters.mqtt.BrokerAddress;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The sessions that a node has at brokers elsewhere. A broker knows a session by its client
/// identifier: of two connections with the same, each new one ends the other (MQTT 5, 3.1.4), for
/// ever.
public final class Sessions {

    private Sessions() {}

    /// The client identifier of a source.
    public static String clientId(NodeSettings node, String name, MqttSourceSettings source) {
        return source.clientId().orElse(node.centreId() + "-" + name);
    }

    /// The client identifier under which notifications are sent.
    public static String clientId(NodeSettings node, PublishSettings publish) {
        return publish.clientId().orElse(node.centreId() + "-publisher");
    }

    private record Session(String broker, String clientId) {}

    /// Reports sources, or a source and the publisher, that would share a session.
    static void check(
            Section section,
            Value<NodeSettings> node,
            Value<BrokerChoice> broker,
            Value<PublishSettings> publish,
            Value<Map<String, SourceSettings>> sources) {
        if (node.isFaulty() || broker.isFaulty() || publish.isFaulty() || sources.isFaulty()) {
            return;
        }
        Optional<ConnectionSettings> own =
                broker.get() instanceof BrokerChoice.External(ConnectionSettings external)
                        ? Optional.of(external)
                        : Optional.empty();
        var users = new HashMap<Session, String>();
        publish.get()
                .to()
                .or(() -> own)
                .ifPresent(to ->
                        users.put(
                                new Session(place(to), clientId(node.get(), publish.get())),
                                "the publisher of notifications (publish.client-id)"));
        sources.get()
                .forEach((name, source) -> {
                    if (source instanceof MqttSourceSettings mqtt) {
                        mqtt.connection()
                                .or(() -> own)
                                .map(at -> new Session(place(at), clientId(node.get(), name, mqtt)))
                                .ifPresent(session -> claim(section, users, session, name));
                    }
                });
    }

    private static void claim(
            Section section, Map<Session, String> users, Session session, String name) {
        String other = users.putIfAbsent(session, "source [%s]".formatted(name));
        if (other != null) {
            section.problem(
                    "sources.%s.mqtt.client-id".formatted(name),
                    "found [%s], which %s has at %s as well: each would end the other's connection; give one of them another client-id"
                            .formatted(session.clientId(), other, session.broker()));
        }
    }

    private static String place(ConnectionSettings connection) {
        BrokerAddress address = BrokerAddress.parse(connection.url().toString());
        return address.host() + ":" + address.port();
    }
}
