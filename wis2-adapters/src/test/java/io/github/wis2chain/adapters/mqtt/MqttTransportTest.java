package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.broker.BrokerListener;
import io.github.wis2chain.adapters.broker.BrokerSettings;
import io.github.wis2chain.adapters.broker.BrokerSettings.TlsFiles;
import io.github.wis2chain.adapters.broker.BrokerUser;
import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.broker.TopicRight;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Every transport, with and without a proxy, against the embedded broker; and its refusals.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttTransportTest {

    private TestIdentities identities;
    private EmbeddedBroker broker;
    private ConnectProxy proxy;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Settings.awaitInShortSteps();
        identities = TestIdentities.make(folder, "localhost");
        var user =
                new BrokerUser(
                        "chain",
                        PasswordHash.of("hunter2".toCharArray()),
                        List.of(TopicRight.readWrite("diffusion/files/#")));
        var certificate = new TlsFiles(identities.certificate("broker"), identities.key("broker"));
        BrokerSettings settings =
                BrokerSettings.onLoopback(
                        folder.resolve("broker"), Optional.of(certificate), List.of(user));
        broker =
                EmbeddedBroker.start(
                        settings.withListeners(
                                Arrays.stream(BrokerListener.Transport.values())
                                        .map(each -> new BrokerListener(each, "127.0.0.1", 0))
                                        .toList()),
                        InstantSource.system(),
                        List.of());
        proxy = ConnectProxy.start("proxy-user", "proxy-password");
    }

    @AfterAll
    void stop() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    static Stream<Arguments> transports() {
        return Arrays.stream(BrokerAddress.Transport.values())
                .flatMap(transport ->
                        Arrays.stream(ProtocolVersion.values())
                                .map(version -> Arguments.of(transport, version)));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_message_goes_out_and_comes_in(
            BrokerAddress.Transport transport, ProtocolVersion version) {
        assertPasses(connection(transport, "source").withProtocol(version), publisher(transport));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_message_goes_through_an_http_proxy(
            BrokerAddress.Transport transport, ProtocolVersion version) {
        int before = proxy.tunnels().size();
        var login = Optional.of(new Login("proxy-user", "proxy-password"));
        var httpProxy = new HttpProxy("127.0.0.1", proxy.port(), login);
        assertPasses(
                connection(transport, "source").withProtocol(version).withProxy(httpProxy),
                publisher(transport).withProxy(httpProxy));
        assertThat(proxy.tunnels()).hasSize(before + 2);
    }

    @Test
    void a_proxy_that_refuses_is_named_as_the_reason() {
        var stranger =
                new HttpProxy("127.0.0.1", proxy.port(), Optional.of(new Login("x", "hunter3")));
        MqttConnection connection =
                connection(BrokerAddress.Transport.MQTT, "source").withProxy(stranger);
        try (var source = open(connection, "diffusion/files/#", new TestJournal())) {
            await().untilAsserted(() ->
                    assertThat(source.status().text()).contains("407").doesNotContain("hunter3"));
        }
    }

    @Test
    void a_refused_subscription_makes_a_source_unhealthy_and_says_which() {
        MqttConnection connection = connection(BrokerAddress.Transport.MQTT, "refused-source");
        try (var source = open(connection, "cache/#", new TestJournal())) {
            await().untilAsserted(() ->
                    assertThat(source.status().text())
                            .contains("refused the topic filter [cache/#]"));
            assertThat(source.status().healthy()).isFalse();
        }
    }

    /// Each of two nodes with one client id would throw the other out again and again. The one that
    /// was thrown out says so, and stays away for as long as it ever does.
    @Test
    void a_client_id_that_another_node_uses_is_told_and_not_fought_for() {
        MqttConnection connection =
                connection(BrokerAddress.Transport.MQTT, "twin")
                        .withTiming(
                                new Timing(
                                        Duration.ofSeconds(60),
                                        Duration.ofSeconds(10),
                                        Duration.ofMillis(1),
                                        Duration.ofMinutes(1)));
        try (var first = open(connection, "diffusion/files/#", new TestJournal())) {
            await().until(() -> first.status().healthy());
            try (var second = open(connection, "diffusion/files/#", new TestJournal())) {
                await().untilAsserted(() ->
                        assertThat(first.status().text())
                                .contains("same client id, and each needs one of its own"));
                await().until(() -> second.status().healthy());
                await().during(Duration.ofMillis(500)).until(() -> second.status().healthy());
            }
        }
    }

    @Test
    void a_subscriber_gets_messages_and_learns_of_refused_filters() throws InterruptedException {
        BlockingQueue<Received> received = new LinkedBlockingQueue<>();
        MqttConnection connection = connection(BrokerAddress.Transport.WS, "looking");
        try (var subscriber =
                        MqttSubscriber.open(
                                connection.withSession(SessionSettings.NONE),
                                MqttSubscription.to("diffusion/files/#", "cache/#"),
                                received::add,
                                InstantSource.system());
                var publisher = publish(publisher(BrokerAddress.Transport.MQTT))) {
            List<SubscriptionAnswer> answers = subscriber.answers().join();
            assertThat(answers)
                    .extracting(SubscriptionAnswer::filter)
                    .containsExactly("diffusion/files/#", "cache/#");
            assertThat(answers)
                    .extracting(SubscriptionAnswer::refused)
                    .containsExactly(false, true);
            await().until(() -> subscriber.status().text().contains("[cache/#]"));

            await().until(() -> publisher.status().healthy());
            publisher.publish(TOPIC, Payload.ofText("x")).toCompletableFuture().join();
            Received message = received.poll(10, TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            assertThat(message.topic()).isEqualTo(TOPIC);
            assertThat(message.payload().text()).isEqualTo("x");
            assertThat(message.qos()).isEqualTo(Qos.AT_LEAST_ONCE);
            assertThat(message.retained()).isFalse();
            assertThat(message.redelivered()).isFalse();
        }
    }

    /// This broker ends the connection after a refusal; the publisher must not send the refused
    /// message again and again.
    @Test
    void a_refused_notification_does_not_stand_in_the_way_of_the_others() {
        MqttConnection connection = publisher(BrokerAddress.Transport.MQTT);
        try (var publisher = publish(connection)) {
            await().until(() -> publisher.status().healthy());
            var refused = publisher.publish("cache/a", Payload.ofText("x")).toCompletableFuture();
            assertThat(failureOf(refused).failure().code()).isEqualTo("PUBLISH_REFUSED");
            await().until(() -> sent(publisher));
        }
    }

    /// With 3.1.1 the broker has no other answer than the end of the connection.
    @Test
    void version_3_gives_up_a_message_for_which_the_broker_ends_every_connection() {
        MqttConnection connection =
                publisher(BrokerAddress.Transport.MQTT).withProtocol(ProtocolVersion.V3_1_1);
        try (var publisher = publish(connection)) {
            await().until(() -> publisher.status().healthy());
            var refused = publisher.publish("cache/a", Payload.ofText("x")).toCompletableFuture();
            assertThat(failureOf(refused).failure().temporary()).isTrue();
            await().until(() -> sent(publisher));
        }
    }

    private static StepFailure failureOf(CompletableFuture<Delivery> outcome) {
        try {
            throw new AssertionError("it was delivered: " + outcome.join());
        } catch (CompletionException e) {
            return (StepFailure) Causes.root(e);
        }
    }

    private static boolean sent(MqttPublisher publisher) {
        try {
            return publisher
                    .publish(TOPIC, Payload.ofText("y"))
                    .toCompletableFuture()
                    .join()
                    .broker()
                    .equals("embedded");
        } catch (CompletionException e) {
            return false;
        }
    }

    private static void assertPasses(MqttConnection incoming, MqttConnection outgoing) {
        var journal = new TestJournal();
        try (var source = open(incoming, "diffusion/files/#", journal);
                var publisher = publish(outgoing.withProtocol(incoming.protocol()))) {
            await().until(() -> source.status().healthy() && publisher.status().healthy());
            assertThat(sent(publisher)).isTrue();
            await().until(() -> journal.texts().equals(List.of("y")));
        }
    }

    private static MqttSource open(MqttConnection connection, String filter, TestJournal journal) {
        return MqttSource.open(
                NAME,
                connection.withSession(SessionSettings.NONE),
                MqttSource.Wanted.all(MqttSubscription.to(filter)),
                journal.intake(),
                InstantSource.system());
    }

    private static MqttPublisher publish(MqttConnection connection) {
        return MqttPublisher.open(
                "embedded", connection, MqttPublisher.Limits.DEFAULT, InstantSource.system());
    }

    private MqttConnection publisher(BrokerAddress.Transport transport) {
        return connection(transport, "publisher");
    }

    private MqttConnection connection(BrokerAddress.Transport transport, String clientId) {
        BrokerListener.Transport counterpart =
                switch (transport) {
                    case MQTT -> BrokerListener.Transport.TCP;
                    case MQTTS -> BrokerListener.Transport.TLS;
                    case WS -> BrokerListener.Transport.WEBSOCKET;
                    case WSS -> BrokerListener.Transport.SECURE_WEBSOCKET;
                };
        int port =
                broker.listeners().stream()
                        .filter(listener -> listener.transport() == counterpart)
                        .mapToInt(BrokerListener::port)
                        .findFirst()
                        .orElseThrow();
        MqttConnection connection =
                MqttConnection.to(new BrokerAddress(transport, "localhost", port, "/"), clientId)
                        .withLogin("chain", "hunter2")
                        .withTiming(Settings.IMPATIENT);
        return transport.encrypted()
                ? connection.withTls(
                        TlsSettings.DEFAULT.withAuthorities(identities.certificate("authority")))
                : connection;
    }
}
