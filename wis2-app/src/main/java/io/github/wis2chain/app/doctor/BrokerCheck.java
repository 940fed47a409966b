package io.github.wis2chain.app.doctor;

import io.github.wis2chain.adapters.mqtt.BrokerProbe;
import io.github.wis2chain.adapters.mqtt.MqttConnection;
import io.github.wis2chain.adapters.mqtt.MqttSubscription;
import io.github.wis2chain.adapters.mqtt.Qos;
import io.github.wis2chain.adapters.mqtt.RetainHandling;
import io.github.wis2chain.adapters.mqtt.SessionSettings;
import io.github.wis2chain.app.ConnectionMapping;
import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.ConnectionSettings;
import io.github.wis2chain.app.settings.DatasetSettings;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.MqttSourceSettings;
import io.github.wis2chain.app.settings.Settings;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether the brokers can be reached, let the node in, and give it what it needs: to publish, and to
/// receive the events of its sources.
///
/// Whether a broker lets a client publish is known only by publishing, and what is published goes out
/// to the world. So that is tried only where it is asked for.
final class BrokerCheck {

    private static final String REACH =
            "Check that the broker runs, and url, user, password and tls of %s.";

    private final Settings settings;
    private final boolean publish;

    /// @param publish an empty message may be published on each topic
    BrokerCheck(Settings settings, boolean publish) {
        this.settings = settings;
        this.publish = publish;
    }

    List<Diagnosis> look() throws InterruptedException {
        List<Diagnosis> found = new ArrayList<>(publication());
        for (var source : settings.sources().entrySet()) {
            if (source.getValue() instanceof MqttSourceSettings mqtt) {
                Optional<ConnectionSettings> elsewhere = mqtt.connection().or(this::external);
                if (elsewhere.isPresent()) {
                    found.add(source(source.getKey(), mqtt, elsewhere.get()));
                }
            }
        }
        return found;
    }

    private List<Diagnosis> publication() throws InterruptedException {
        Optional<ConnectionSettings> elsewhere = settings.publish().to().or(this::external);
        if (elsewhere.isEmpty()) {
            return List.of(own());
        }
        String section = settings.publish().to().isPresent() ? "publish.to" : "broker.external";
        var found = new ArrayList<Diagnosis>();
        try (BrokerProbe probe = BrokerProbe.connect(connection(elsewhere.get()))) {
            found.add(
                    Diagnosis.pass(
                            "broker",
                            "%s lets the node in%s."
                                    .formatted(
                                            elsewhere.get().url(),
                                            publish
                                                    ? ""
                                                    : "; whether it may publish is tried with"
                                                            + " --publish only")));
            if (publish) {
                for (String topic : topics()) {
                    found.add(publication(probe, topic));
                }
            }
        } catch (BrokerProbe.Refused refused) {
            found.add(
                    Diagnosis.fail(
                            "broker",
                            "No connection to %s: %s."
                                    .formatted(elsewhere.get().url(), refused.getMessage()),
                            REACH.formatted(section)));
        }
        return found;
    }

    private static Diagnosis publication(BrokerProbe probe, String topic)
            throws InterruptedException {
        String check = "publication on " + topic;
        return probe.publish(topic)
                .map(trouble ->
                        Diagnosis.fail(
                                check,
                                "An empty message was not taken: %s.".formatted(trouble),
                                "Give the publishing user the right to write to the topic."))
                .orElseGet(() -> Diagnosis.pass(check, "The broker took an empty message."));
    }

    /// The node publishes into its own broker without a connection and without rights.
    private Diagnosis own() {
        List<String> users =
                settings.broker() instanceof BrokerChoice.Embedded(EmbeddedBrokerSettings broker)
                        ? broker.users().stream().map(user -> user.name()).toList()
                        : List.of();
        return users.isEmpty()
                ? Diagnosis.warn(
                        "broker",
                        "The node has a broker of its own, which lets nobody in: it has no users.",
                        "Add users with their rights to broker.embedded.users.")
                : Diagnosis.pass(
                        "broker",
                        "The node has a broker of its own, with the users %s."
                                .formatted(String.join(", ", users)));
    }

    private Diagnosis source(String name, MqttSourceSettings mqtt, ConnectionSettings elsewhere)
            throws InterruptedException {
        String check = "source " + name;
        String section =
                mqtt.connection().isPresent()
                        ? "sources.%s.mqtt.broker".formatted(name)
                        : "broker.external";
        // Not as a member of a shared group, which would get events in the place of the node.
        var subscription =
                MqttSubscription.to(mqtt.topics().toArray(String[]::new))
                        .withQos(Qos.of(mqtt.qos()))
                        .withRetained(RetainHandling.NEVER);
        try (BrokerProbe probe = BrokerProbe.connect(connection(elsewhere))) {
            return probe.subscribe(subscription)
                    .map(trouble ->
                            Diagnosis.fail(
                                    check,
                                    "%s lets the node in, but %s."
                                            .formatted(elsewhere.url(), trouble),
                                    "Give its user the right to read %s."
                                            .formatted(String.join(", ", mqtt.topics()))))
                    .orElseGet(() ->
                            Diagnosis.pass(
                                    check,
                                    "%s lets the node in, and grants the subscription to %s."
                                            .formatted(
                                                    elsewhere.url(),
                                                    String.join(", ", mqtt.topics()))));
        } catch (BrokerProbe.Refused refused) {
            return Diagnosis.fail(
                    check,
                    "No connection to %s: %s.".formatted(elsewhere.url(), refused.getMessage()),
                    REACH.formatted(section));
        }
    }

    /// Under another identifier than the node's, which would be thrown out.
    private MqttConnection connection(ConnectionSettings elsewhere) {
        byte[] random = new byte[4];
        RandomGenerator.getDefault().nextBytes(random);
        return ConnectionMapping.of(
                elsewhere,
                "%s-doctor-%s"
                        .formatted(settings.node().centreId(), HexFormat.of().formatHex(random)),
                SessionSettings.NONE);
    }

    private List<String> topics() {
        return settings.datasets().values().stream()
                .map(DatasetSettings::topic)
                .distinct()
                .toList();
    }

    private Optional<ConnectionSettings> external() {
        return settings.broker() instanceof BrokerChoice.External(ConnectionSettings connection)
                ? Optional.of(connection)
                : Optional.empty();
    }
}
