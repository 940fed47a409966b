package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAckReturnCode;

import io.github.wis2chain.adapters.mqtt.Acknowledgement.Verdict;
import io.github.wis2chain.engine.run.Payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A client that speaks MQTT 3.1.1. Its brokers cannot refuse a message: they close the connection,
/// or acknowledge the message and drop it.
final class Client3 implements Client {

    private final MqttConnection connection;
    private final Mqtt3AsyncClient client;

    Client3(MqttConnection connection, Inlet inlet, Listener listener) {
        this.connection = connection;
        this.client =
                Mqtt3Client.builder()
                        .identifier(connection.clientId())
                        .transportConfig(Client.transport(connection))
                        .executorConfig(Client.threads())
                        .addConnectedListener(_ -> listener.connected())
                        .addDisconnectedListener(ended -> listener.disconnected(ended.getCause()))
                        .buildAsync();
        inlet.open(client.toRx().publishes(MqttGlobalPublishFilter.ALL, true), Client3::incoming);
    }

    @Override
    public CompletableFuture<Boolean> connect(boolean clean) {
        boolean kept = connection.session().kept();
        if (!clean || !kept) {
            return connectOnce(!kept);
        }
        // In this version a clean session also ends with the connection, so one that is to be kept
        // is first emptied and then begun.
        return connectOnce(true)
                .thenCompose(_ -> disconnect())
                .thenCompose(_ -> connectOnce(false));
    }

    private CompletableFuture<Boolean> connectOnce(boolean cleanSession) {
        Mqtt3ConnectBuilder connect =
                Mqtt3Connect.builder()
                        .cleanSession(cleanSession)
                        .keepAlive((int) connection.timing().keepAlive().toSeconds())
                        .restrictions(
                                Mqtt3ConnectRestrictions.builder()
                                        .sendMaximum(SEND_WINDOW)
                                        .build());
        if (connection.login().isPresent()) {
            connect = connect.simpleAuth(auth(connection.login().get()));
        }
        return client.connect(connect.build()).thenApply(Mqtt3ConnAck::isSessionPresent);
    }

    private static Mqtt3SimpleAuth auth(Login login) {
        return Mqtt3SimpleAuth.builder()
                .username(login.user())
                .password(login.password().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public CompletableFuture<List<SubscriptionAnswer>> subscribe(MqttSubscription subscription) {
        List<String> filters = subscription.filters();
        List<Mqtt3Subscription> each =
                filters.stream()
                        .map(filter ->
                                Mqtt3Subscription.builder()
                                        .topicFilter(filter)
                                        .qos(subscription.qos().code())
                                        .build())
                        .toList();
        return client.subscribe(Mqtt3Subscribe.builder().addSubscriptions(each).build())
                .exceptionallyCompose(Client3::refusal)
                .thenApply(ack -> answers(filters, ack.getReturnCodes()));
    }

    /// The library treats an answer of refusals only as an exception; it is an answer.
    private static CompletableFuture<Mqtt3SubAck> refusal(Throwable failure) {
        return Causes.root(failure) instanceof Mqtt3SubAckException refused
                ? CompletableFuture.completedFuture(refused.getMqttMessage())
                : CompletableFuture.failedFuture(failure);
    }

    private static List<SubscriptionAnswer> answers(
            List<String> filters, List<Mqtt3SubAckReturnCode> codes) {
        var answers = new ArrayList<SubscriptionAnswer>();
        for (int i = 0; i < filters.size(); i++) {
            Mqtt3SubAckReturnCode code = codes.get(i);
            answers.add(
                    new SubscriptionAnswer(
                            filters.get(i),
                            code.name(),
                            code.isError()
                                    ? Optional.empty()
                                    : Optional.of(Qos.of(code.getCode()))));
        }
        return List.copyOf(answers);
    }

    @Override
    public CompletableFuture<Acknowledgement> publish(String topic, byte[] payload) {
        return client.publish(
                        Mqtt3Publish.builder()
                                .topic(topic)
                                .payload(payload)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .build())
                .thenApply(_ -> new Acknowledgement(Verdict.TAKEN, "SUCCESS"));
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        return client.disconnect();
    }

    private static Incoming incoming(Mqtt3Publish message) {
        return new Incoming(
                message.getTopic().toString(),
                message.getPayload().map(Payload::of).orElse(Payload.EMPTY),
                Qos.of(message.getQos()),
                message.isRetain(),
                message.getQos() != MqttQos.AT_MOST_ONCE && Redelivery.of(message),
                Optional.empty(),
                Map.of(),
                message::acknowledge);
    }
}
