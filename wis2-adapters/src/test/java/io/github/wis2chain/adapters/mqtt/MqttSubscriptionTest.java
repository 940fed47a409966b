package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// Every option of a subscription does what it says, as Mosquitto sees it.
class MqttSubscriptionTest extends SourceFixture {

    @ParameterizedTest
    @EnumSource(Qos.class)
    void events_come_with_the_quality_that_was_subscribed_to(Qos qos) throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(broker.url()), files().withQos(qos))) {
            awaitHealthy(source);
            producer.publish(
                    TOPIC, message -> message.payload(new byte[1]).qos(Qos.EXACTLY_ONCE.code()));
            awaitArrivals(1);
            assertThat(properties(0)).containsEntry(Origin.QOS, Integer.toString(qos.level()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_local_leaves_out_what_the_client_itself_published(boolean noLocal) throws IOException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        var inlet =
                Client.Inlet.direct(message -> {
                    received.add(message.payload().text());
                    message.acknowledge().run();
                });
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            Client client = Client.of(connection(broker.url()), inlet, new Deaf());
            client.connect(true).join();
            client.subscribe(subscription(noLocal, false, RetainHandling.NEVER)).join();
            client.publish(TOPIC, "own".getBytes(StandardCharsets.UTF_8)).join();
            producer.publish(TOPIC, "of another");
            await().until(() -> received.contains("of another"));
            assertThat(received.contains("own")).isNotEqualTo(noLocal);
            client.disconnect().join();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void retain_as_published_keeps_the_mark_of_a_message_that_comes_live(boolean kept)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source =
                        open(
                                connection(broker.url()),
                                subscription(false, kept, RetainHandling.NEVER))) {
            awaitHealthy(source);
            producer.publish(TOPIC, message -> message.payload(new byte[1]).retain(true));
            awaitArrivals(1);
            assertThat(properties(0).containsKey(Origin.RETAINED)).isEqualTo(kept);
        }
    }

    /// A live message follows each time, so that what did not come before it will not come.
    @ParameterizedTest
    @CsvSource({"ALWAYS, 'r a r b'", "IF_NEW, 'r a b'", "NEVER, 'a b'"})
    void retained_messages_come_as_often_as_the_handling_says(RetainHandling handling, String seen)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            producer.publish(
                    TOPIC,
                    message -> message.payload("r".getBytes(StandardCharsets.UTF_8)).retain(true));
            for (String live : List.of("a", "b")) {
                try (var source =
                        open(connection(broker.url()), subscription(false, false, handling))) {
                    awaitHealthy(source);
                    producer.publish(TOPIC, live);
                    await().until(() -> journal.texts().contains(live));
                }
            }
            assertThat(String.join(" ", journal.texts())).isEqualTo(seen);
        }
    }

    @Test
    void a_shared_group_is_known_to_version_3_too() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source =
                        open(
                                connection(broker.url()).withProtocol(ProtocolVersion.V3_1_1),
                                files().withSharedGroup("chain"))) {
            awaitHealthy(source);
            producer.publishNumbers(TOPIC, 5);
            awaitArrivals(5);
            assertThat(journal.texts()).isEqualTo(RawClient.numbers(5));
        }
    }

    @Test
    void sources_of_one_shared_group_divide_the_messages() throws IOException {
        var shared = MqttSource.Wanted.all(files().withSharedGroup("chain"));
        var other = new TestJournal();
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var one = open("one", broker, shared, journal);
                var two = open("two", broker, shared, other)) {
            awaitHealthy(one);
            awaitHealthy(two);
            producer.publishNumbers(TOPIC, 100);
            await().until(() -> journal.texts().size() + other.texts().size() >= 100);
            assertThat(Stream.concat(journal.texts().stream(), other.texts().stream()))
                    .containsExactlyInAnyOrderElementsOf(RawClient.numbers(100));
            assertThat(journal.texts()).isNotEmpty();
            assertThat(other.texts()).isNotEmpty();
        }
    }

    private static MqttSubscription files() {
        return MqttSubscription.to("diffusion/files/#");
    }

    private static MqttSubscription subscription(
            boolean noLocal, boolean retainAsPublished, RetainHandling handling) {
        return new MqttSubscription(
                List.of("diffusion/files/#"),
                Qos.AT_LEAST_ONCE,
                Optional.empty(),
                noLocal,
                retainAsPublished,
                handling);
    }

    private MqttSource open(MqttConnection connection, MqttSubscription subscription) {
        return open(connection, MqttSource.Wanted.all(subscription));
    }

    private static MqttSource open(
            String clientId, Mosquitto broker, MqttSource.Wanted wanted, TestJournal journal) {
        return MqttSource.open(
                NAME,
                MqttConnection.to(broker.url(), clientId),
                wanted,
                journal.intake(),
                InstantSource.system());
    }

    private Map<String, String> properties(int index) {
        Arrival arrival = journal.arrivals().get(index);
        return arrival.origin().properties();
    }

    /// Does not mind what happens to its connection.
    private static final class Deaf implements Client.Listener {

        @Override
        public void connected() {}

        @Override
        public void disconnected(Throwable cause) {}
    }
}
