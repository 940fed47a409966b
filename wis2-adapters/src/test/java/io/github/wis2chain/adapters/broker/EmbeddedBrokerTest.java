package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.topics.TopicFilter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/// One broker with every kind of listener, and real clients.
class EmbeddedBrokerTest {

    private static final String EVENTS = "diffusion/files/coriolis/argo";
    private static final int SECONDS = 10;
    private static final int SILENT_MILLIS = 300;

    private static final HeldJournal JOURNAL = new HeldJournal();
    private static EmbeddedBroker broker;
    private static TestCertificate certificate;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder, "server");
        var listeners = new ArrayList<BrokerListener>();
        for (Transport transport : Transport.values()) {
            listeners.add(new BrokerListener(transport, "127.0.0.1", 0));
        }
        var settings =
                BrokerSettings.onLoopback(
                                folder.resolve("broker"),
                                Optional.of(certificate.files()),
                                List.of(PRODUCER, READER))
                        .withListeners(listeners)
                        .withLimits(
                                new BrokerLimits(
                                        100,
                                        1 << 20,
                                        1_000,
                                        Duration.ofDays(1),
                                        Duration.ofSeconds(2),
                                        Duration.ZERO));
        broker =
                TestBroker.start(
                        settings,
                        new EventInlet(
                                new SourceName("argo-files"),
                                List.of(new TopicFilter(EVENTS + "/#"), new TopicFilter(EVENTS)),
                                payload -> !payload.text().startsWith("unwanted"),
                                JOURNAL));
        port = TestBroker.port(broker);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void forget() {
        JOURNAL.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,3", "TCP,5", "WEBSOCKET,3", "WEBSOCKET,5",
        "TLS,3", "TLS,5", "SECURE_WEBSOCKET,3", "SECURE_WEBSOCKET,5"
    })
    void an_event_enters_over_every_transport_in_both_versions(Transport transport, int version) {
        MqttClientBuilder builder =
                MqttClient.builder()
                        .identifier("matrix-" + transport + version)
                        .serverHost("localhost")
                        .serverPort(TestBroker.port(broker, transport));
        if (transport.overHttp()) {
            builder = builder.webSocketConfig().serverPath("/").applyWebSocketConfig();
        }
        if (transport.encrypted()) {
            builder = builder.sslConfig().trustManagerFactory(certificate.trust()).applySslConfig();
        }
        if (version == 3) {
            Mqtt3BlockingClient client =
                    builder.useMqttVersion3()
                            .simpleAuth()
                            .username(PRODUCER.name())
                            .password(utf8(PASSWORD))
                            .applySimpleAuth()
                            .buildBlocking();
            client.connect();
            client.publishWith()
                    .topic(EVENTS)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(utf8("hello"))
                    .send();
            client.disconnect();
        } else {
            Mqtt5BlockingClient client =
                    builder.useMqttVersion5()
                            .simpleAuth()
                            .username(PRODUCER.name())
                            .password(utf8(PASSWORD))
                            .applySimpleAuth()
                            .buildBlocking();
            client.connect();
            publish(client, EVENTS, "hello");
            client.disconnect();
        }
        assertThat(JOURNAL.texts()).containsExactly("hello");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertRefused("producer", "wrong");
    }

    @Test
    void an_unknown_user_is_refused() {
        assertRefused("nobody", PASSWORD);
    }

    @Test
    void nobody_enters_without_a_name() {
        var anonymous =
                com.hivemq.client.mqtt.mqtt5.Mqtt5Client.builder()
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildBlocking();

        assertThatExceptionOfType(Mqtt5ConnAckException.class).isThrownBy(anonymous::connect);
    }

    private static void assertRefused(String user, String password) {
        var client = TestBroker.client(port, user, password).buildBlocking();

        assertThatExceptionOfType(Mqtt5ConnAckException.class)
                .isThrownBy(client::connect)
                .satisfies(refusal ->
                        assertThat(refusal.getMqttMessage().getReasonCode())
                                .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
    }

    @Test
    void publishing_without_the_right_is_refused_and_not_journalled() {
        var client = connected(port, READER, "no-right-to-write");

        assertThatExceptionOfType(Mqtt5PubAckException.class)
                .isThrownBy(() -> publish(client, EVENTS, "forged"));
        assertThat(JOURNAL.arrivals()).isEmpty();
    }

    @Test
    void subscribing_without_the_right_is_refused() {
        var client = connected(port, PRODUCER, "no-right-to-read");

        for (String filter : List.of("#", "origin/#", "$share/group/origin/a/#")) {
            assertThatExceptionOfType(Mqtt5SubAckException.class)
                    .isThrownBy(() -> client.subscribeWith().topicFilter(filter).send());
        }
        client.disconnect();
    }

    @Test
    void the_origin_of_an_event_is_kept_with_it() {
        var client = connected(port, PRODUCER, "origin-client");
        client.publishWith()
                .topic(EVENTS + "/bufr")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(utf8("{}"))
                .contentType("application/cloudevents+json")
                .userProperties()
                .add("ce_id", "1")
                .applyUserProperties()
                .send();
        client.disconnect();

        Arrival arrival = JOURNAL.arrivals().getFirst();
        assertThat(arrival.source()).isEqualTo(new SourceName("argo-files"));
        assertThat(arrival.redelivered()).isFalse();
        assertThat(arrival.origin().transport()).isEqualTo("mqtt");
        assertThat(arrival.origin().place()).isEqualTo(EVENTS + "/bufr");
        assertThat(arrival.origin().properties())
                .containsEntry(Origin.CONTENT_TYPE, "application/cloudevents+json")
                .containsEntry(Origin.USER_PROPERTY + "ce_id", "1")
                .containsEntry(Origin.QOS, "1")
                .containsEntry(Origin.USER, "producer")
                .containsEntry(Origin.CLIENT, "origin-client");
    }

    @Test
    void a_message_outside_the_filter_is_not_an_event() {
        var client = connected(port, PRODUCER, "outside");
        publish(client, "diffusion/files/elsewhere", "not an event");
        client.disconnect();

        assertThat(JOURNAL.arrivals()).isEmpty();
    }

    @Test
    void a_message_that_two_filters_of_a_source_match_is_one_event() {
        var client = connected(port, PRODUCER, "overlap");
        publish(client, EVENTS, "once");
        client.disconnect();

        assertThat(JOURNAL.texts()).containsExactly("once");
    }

    @Test
    void a_payload_that_is_not_wanted_is_acknowledged_counted_and_no_event() {
        var client = connected(port, PRODUCER, "filtered");
        long before = broker.sources().getFirst().status().unwanted();
        publish(client, EVENTS, "unwanted");
        publish(client, EVENTS, "wanted");
        client.disconnect();

        assertThat(JOURNAL.texts()).containsExactly("wanted");
        assertThat(broker.sources().getFirst().status().unwanted()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,4,-1", "WEBSOCKET,4,-1", "TLS,4,-1", "SECURE_WEBSOCKET,4,-1",
        "TCP,5,14", "WEBSOCKET,5,14", "TLS,5,14", "SECURE_WEBSOCKET,5,14"
    })
    void a_message_that_is_too_large_is_refused_before_it_is_sent(
            Transport transport, int level, int answer) throws Exception {
        try (var client = raw(transport, level, "large")) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);

            client.beginPublish(EVENTS, 50 << 20);

            assertThat(client.read(SECONDS * 1_000)).isEqualTo(answer);
        }
        assertThat(JOURNAL.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,4,1", "WEBSOCKET,4,1", "TLS,4,1", "SECURE_WEBSOCKET,4,1",
        "TCP,4,2", "WEBSOCKET,4,2", "TLS,4,2", "SECURE_WEBSOCKET,4,2",
        "TCP,5,1", "WEBSOCKET,5,1", "TLS,5,1", "SECURE_WEBSOCKET,5,1",
        "TCP,5,2", "WEBSOCKET,5,2", "TLS,5,2", "SECURE_WEBSOCKET,5,2"
    })
    void what_is_under_way_is_counted_until_it_is_acknowledged(
            Transport transport, int level, int qos) throws Exception {
        awaitNothingUnderWay();
        var commit = JOURNAL.hold();
        try (var client = raw(transport, level, "counted")) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, qos, false);
            client.publish(EVENTS, "second", 2, qos, false);
            awaitTwoUnderWay();

            commit.complete(HeldJournal.RECEIPT);

            awaitNothingUnderWay();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_message_that_comes_again_while_it_is_under_way_is_counted_once(int qos)
            throws Exception {
        awaitNothingUnderWay();
        var commit = JOURNAL.hold();
        try (var client = raw(Transport.TCP, 4, "impatient")) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, qos, false);
            client.publish(EVENTS, "first", 1, qos, true);
            client.publish(EVENTS, "second", 2, qos, false);
            awaitTwoUnderWay();

            commit.complete(HeldJournal.RECEIPT);

            awaitNothingUnderWay();
        }
    }

    @Test
    void a_message_that_comes_again_before_its_release_is_counted_until_then() throws Exception {
        awaitNothingUnderWay();
        try (var client = raw(Transport.TCP, 4, "forgetful")) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, 2, false);
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.PUBREC);

            client.publish(EVENTS, "first", 1, 2, true);
            client.release(1);
            int answer = client.read(SECONDS * 1_000);
            while (answer == RawMqtt.PUBREC) {
                answer = client.read(SECONDS * 1_000);
            }

            assertThat(answer).isEqualTo(RawMqtt.PUBCOMP);
            awaitNothingUnderWay();
        }
    }

    /// One message is longer than its topic, and shorter than two.
    private static void awaitTwoUnderWay() {
        await().until(() -> PacketGates.bytesInFlight() > 2L * EVENTS.length());
    }

    private static void awaitNothingUnderWay() {
        await().until(() -> PacketGates.bytesInFlight() == 0);
    }

    private static RawMqtt raw(Transport transport, int level, String name) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, certificate.trust().getTrustManagers(), null);
        SocketFactory sockets =
                transport.encrypted() ? context.getSocketFactory() : SocketFactory.getDefault();
        return RawMqtt.connect(
                sockets.createSocket("localhost", TestBroker.port(broker, transport)),
                transport.overHttp(),
                level,
                "%s-%s-%d".formatted(name, transport, level),
                PRODUCER.name(),
                PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"1,4", "2,5"})
    void an_acknowledgement_waits_for_the_commit(int qos, int answer) throws Exception {
        var commit = JOURNAL.hold();
        try (var client = RawMqtt.connect(port, "held-" + qos, PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, qos, false);
            client.publish(EVENTS, "second", 2, qos, false);

            await().until(() -> JOURNAL.arrivals().size() == 2);
            assertThat(client.read(SILENT_MILLIS)).isEqualTo(RawMqtt.SILENCE);

            commit.complete(HeldJournal.RECEIPT);
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(answer);
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(answer);
        }
    }

    @Test
    void an_event_of_qos_0_is_journalled_too() {
        var client = connected(port, PRODUCER, "qos-0");
        client.publishWith().topic(EVENTS).qos(MqttQos.AT_MOST_ONCE).payload(utf8("0")).send();

        await().until(() -> JOURNAL.texts().equals(List.of("0")));
        client.disconnect();
    }

    @Test
    void a_message_sent_again_arrives_as_redelivered() throws Exception {
        try (var client = RawMqtt.connect(port, "again", PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "again", 7, 1, true);
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.PUBACK);
        }
        assertThat(JOURNAL.arrivals()).singleElement().matches(Arrival::redelivered);
    }

    @Test
    void a_journal_that_fails_ends_the_connection_without_acknowledgement() throws Exception {
        var commit = JOURNAL.hold();
        try (var client = RawMqtt.connect(port, "unlucky", PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, 1, false);
            await().until(() -> JOURNAL.arrivals().size() == 1);

            commit.completeExceptionally(new IllegalStateException("no space left on device"));

            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CLOSED);
        }
        JOURNAL.reset();
        try (var client = RawMqtt.connect(port, "unlucky", PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, 1, true);
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.PUBACK);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_intake_that_throws_is_no_acknowledgement(int qos) throws Exception {
        JOURNAL.breakDown(new OutOfMemoryError("a very large event"));
        try (var client = RawMqtt.connect(port, "broken-" + qos, PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, qos, false);

            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void a_journal_that_is_behind_is_waited_for_in_order() throws Exception {
        JOURNAL.refuse(new JournalUnavailable("too much waits"));
        try (var client = RawMqtt.connect(port, "patient", PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, 1, false);
            client.publish(EVENTS, "second", 2, 1, false);

            await().until(() -> JOURNAL.arrivals().size() >= 3);
            assertThat(JOURNAL.texts()).containsOnly("first");

            JOURNAL.accept();
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.PUBACK);
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.PUBACK);
            assertThat(JOURNAL.texts()).endsWith("first", "second");
        }
    }

    @Test
    void a_journal_that_never_answers_ends_the_connection_when_patience_ends() throws Exception {
        var _ = JOURNAL.hold();
        try (var client = RawMqtt.connect(port, "waited", PRODUCER.name(), PASSWORD)) {
            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            client.publish(EVENTS, "first", 1, 1, false);

            assertThat(client.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void one_producer_waiting_for_the_journal_does_not_hold_up_others() throws Exception {
        var commit = JOURNAL.hold();
        try (var waiting = RawMqtt.connect(port, "waiting", PRODUCER.name(), PASSWORD)) {
            assertThat(waiting.read(SECONDS * 1_000)).isEqualTo(RawMqtt.CONNACK);
            waiting.publish(EVENTS, "held", 1, 1, false);
            await().until(() -> JOURNAL.arrivals().size() == 1);
            JOURNAL.accept();
            for (int i = 0; i < 4; i++) {
                var other = connected(port, PRODUCER, "other-" + i);
                publish(other, EVENTS, "not held");
                other.disconnect();
            }
            commit.complete(HeldJournal.RECEIPT);
            assertThat(waiting.read(SECONDS * 1_000)).isEqualTo(RawMqtt.PUBACK);
        }
    }

    @Test
    void subscribers_get_an_event_as_well() throws Exception {
        var reader = connected(port, READER, "also-reads");
        try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(reader, EVENTS + "/#");
            var producer = connected(port, PRODUCER, "read-by-others");
            publish(producer, EVENTS, "for all");
            producer.disconnect();

            assertThat(messages.receive(SECONDS, TimeUnit.SECONDS).map(EmbeddedBrokerTest::text))
                    .contains("for all");
        }
        reader.disconnect();
        assertThat(JOURNAL.texts()).containsExactly("for all");
    }

    @Test
    void a_notification_reaches_its_subscriber_and_no_inlet() throws Exception {
        var reader = connected(port, READER, "global-broker");
        try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(reader, "origin/a/wis2/#");

            var delivery =
                    broker.publisher()
                            .publish("origin/a/wis2/fr-ifremer-argo/x", Payload.ofText("notice"))
                            .toCompletableFuture()
                            .get(SECONDS, TimeUnit.SECONDS);

            assertThat(delivery.broker()).isEqualTo("embedded");
            assertThat(delivery.reason()).isEqualTo("SUCCESS");
            Mqtt5Publish message = messages.receive(SECONDS, TimeUnit.SECONDS).orElseThrow();
            assertThat(text(message)).isEqualTo("notice");
            assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
            assertThat(message.isRetain()).isFalse();
        }
        reader.disconnect();
        assertThat(JOURNAL.arrivals()).isEmpty();
    }

    @Test
    void a_topic_with_a_wildcard_cannot_be_published_to() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() ->
                        broker.publisher()
                                .publish("origin/#", Payload.ofText("x"))
                                .toCompletableFuture()
                                .join())
                .havingCause()
                .isInstanceOfSatisfying(
                        StepFailure.class,
                        failure -> {
                            assertThat(failure.failure().code())
                                    .isEqualTo(FailureCode.PUBLISH_REFUSED.code());
                            assertThat(failure.failure().temporary()).isFalse();
                        });
    }

    @Test
    void a_retained_message_meets_a_later_subscriber() throws Exception {
        var producer = connected(port, PRODUCER, "retains");
        producer.publishWith()
                .topic("diffusion/files/retained")
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(utf8("kept"))
                .send();
        producer.disconnect();
        var reader = connected(port, READER, "later");
        try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(reader, "diffusion/files/retained");
            assertThat(messages.receive(SECONDS, TimeUnit.SECONDS))
                    .hasValueSatisfying(message -> {
                        assertThat(text(message)).isEqualTo("kept");
                        assertThat(message.isRetain()).isTrue();
                    });
        }
        reader.disconnect();
        assertThat(broker.status().retained()).isEqualTo(1);
    }

    @Test
    void members_of_a_shared_subscription_get_each_message_once() throws Exception {
        var first = connected(port, READER, "member-1");
        var second = connected(port, READER, "member-2");
        var seen = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        for (var member : List.of(first, second)) {
            var _ =
                    member.toAsync()
                            .subscribeWith()
                            .topicFilter("$share/group/diffusion/files/shared")
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .callback(message -> seen.add(text(message)))
                            .send()
                            .get(SECONDS, TimeUnit.SECONDS);
        }
        var producer = connected(port, PRODUCER, "shares");
        var sent = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            sent.add("m" + i);
            publish(producer, "diffusion/files/shared", "m" + i);
        }
        await().until(() -> seen.size() >= sent.size());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
        List.of(first, second, producer).forEach(Mqtt5BlockingClient::disconnect);
    }

    @Test
    void what_a_full_queue_cannot_take_is_counted() {
        var sleeper =
                TestBroker.client(port, READER.name(), PASSWORD)
                        .identifier("sleeper")
                        .buildBlocking();
        sleeper.connectWith().cleanStart(false).sessionExpiryInterval(60).send();
        subscribe(sleeper, "diffusion/files/too-many");
        sleeper.disconnect();
        long before = broker.status().dropped();
        var producer = connected(port, PRODUCER, "too-fast");
        for (int i = 0; i < 105; i++) {
            publish(producer, "diffusion/files/too-many", "m" + i);
        }
        producer.disconnect();

        BrokerStatus after = broker.status();
        assertThat(after.dropped() - before).isEqualTo(5);
        Instant drop = after.lastDrop().orElseThrow();
        assertThat(after.healthy(drop)).isFalse();
        assertThat(after.healthy(drop.plus(Duration.ofMinutes(15)))).isTrue();
        assertThat(broker.status().sessions()).isPositive();
    }

    @Test
    void status_tells_of_listeners_and_connections() {
        var client = connected(port, READER, "counted");

        assertThat(broker.status().listeners()).hasSize(4).noneMatch(open -> open.port() == 0);
        assertThat(broker.status().connections()).isPositive();
        assertThat(broker.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.status().healthy()).isTrue());
        client.disconnect();
    }

    private static void publish(Mqtt5BlockingClient client, String topic, String payload) {
        client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(utf8(payload)).send();
    }

    private static void subscribe(Mqtt5BlockingClient client, String filter) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    }

    private static String text(Mqtt5Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }
}
