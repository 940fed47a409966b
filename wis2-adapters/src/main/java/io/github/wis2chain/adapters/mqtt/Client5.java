package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAck;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;

import io.github.wis2chain.adapters.mqtt.Acknowledgement.Verdict;
import io.github.wis2chain.engine.run.Payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A client that speaks MQTT 5.
final class Client5 implements Client {

    private final MqttConnection connection;
    private final Mqtt5AsyncClient client;

    Client5(MqttConnection connection, Inlet inlet, Listener listener) {
        this.connection = connection;
        this.client =
                Mqtt5Client.builder()
                        .identifier(connection.clientId())
                        .transportConfig(Client.transport(connection))
                        .executorConfig(Client.threads())
                        .addConnectedListener(_ -> listener.connected())
                        .addDisconnectedListener(ended -> listener.disconnected(ended.getCause()))
                        .buildAsync();
        inlet.open(client.toRx().publishes(MqttGlobalPublishFilter.ALL, true), Client5::incoming);
    }

    @Override
    public CompletableFuture<Boolean> connect(boolean clean) {
        // The receive maximum stays at 65,535: Mosquitto 2.0 exceeds a smaller one, and the client
        // would disconnect for ever.
        Mqtt5ConnectBuilder connect =
                Mqtt5Connect.builder()
                        .cleanStart(clean)
                        .keepAlive((int) connection.timing().keepAlive().toSeconds())
                        .sessionExpiryInterval(connection.session().expiry().toSeconds())
                        .restrictions()
                        .sendMaximum(SEND_WINDOW)
                        .maximumPacketSize(connection.largestPacket())
                        .applyRestrictions();
        if (connection.login().isPresent()) {
            connect = connect.simpleAuth(auth(connection.login().get()));
        }
        return client.connect(connect.build()).thenApply(Mqtt5ConnAck::isSessionPresent);
    }

    private static Mqtt5SimpleAuth auth(Login login) {
        return Mqtt5SimpleAuth.builder()
                .username(login.user())
                .password(login.password().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public CompletableFuture<List<SubscriptionAnswer>> subscribe(MqttSubscription subscription) {
        List<String> filters = subscription.filters();
        List<Mqtt5Subscription> each =
                filters.stream()
                        .map(filter ->
                                Mqtt5Subscription.builder()
                                        .topicFilter(filter)
                                        .qos(subscription.qos().code())
                                        .noLocal(subscription.noLocal())
                                        .retainAsPublished(subscription.retainAsPublished())
                                        .retainHandling(subscription.retained().code())
                                        .build())
                        .toList();
        return client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(each).build())
                .exceptionallyCompose(Client5::refusal)
                .thenApply(ack -> answers(filters, ack.getReasonCodes()));
    }

    /// The library treats an answer of refusals only as an exception; it is an answer.
    private static CompletableFuture<Mqtt5SubAck> refusal(Throwable failure) {
        return Causes.root(failure) instanceof Mqtt5SubAckException refused
                ? CompletableFuture.completedFuture(refused.getMqttMessage())
                : CompletableFuture.failedFuture(failure);
    }

    private static List<SubscriptionAnswer> answers(
            List<String> filters, List<Mqtt5SubAckReasonCode> codes) {
        var answers = new ArrayList<SubscriptionAnswer>();
        for (int i = 0; i < filters.size(); i++) {
            Mqtt5SubAckReasonCode code = codes.get(i);
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
                        Mqtt5Publish.builder()
                                .topic(topic)
                                .payload(payload)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .build())
                .thenApply(Client5::taken)
                .exceptionallyCompose(Client5::notTaken);
    }

    private static Acknowledgement taken(Mqtt5PublishResult result) {
        return result instanceof Mqtt5PublishResult.Mqtt5Qos1Result acknowledged
                ? new Acknowledgement(
                        Verdict.TAKEN, acknowledged.getPubAck().getReasonCode().name())
                : new Acknowledgement(Verdict.TAKEN, "SUCCESS");
    }

    private static CompletableFuture<Acknowledgement> notTaken(Throwable failure) {
        return Causes.root(failure) instanceof Mqtt5PubAckException refused
                ? CompletableFuture.completedFuture(refusal(refused.getMqttMessage()))
                : CompletableFuture.failedFuture(failure);
    }

    private static Acknowledgement refusal(Mqtt5PubAck answer) {
        Verdict verdict =
                switch (answer.getReasonCode()) {
                    case SUCCESS, NO_MATCHING_SUBSCRIBERS -> Verdict.TAKEN;
                    case NOT_AUTHORIZED, TOPIC_NAME_INVALID, PAYLOAD_FORMAT_INVALID ->
                            Verdict.REFUSED;
                    case UNSPECIFIED_ERROR,
                            IMPLEMENTATION_SPECIFIC_ERROR,
                            PACKET_IDENTIFIER_IN_USE,
                            QUOTA_EXCEEDED ->
                            Verdict.BUSY;
                };
        String words = answer.getReasonString().map(text -> " (" + plain(text) + ")").orElse("");
        return new Acknowledgement(verdict, answer.getReasonCode().name() + words);
    }

    private static String plain(MqttUtf8String text) {
        return text.toString();
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        return client.disconnect();
    }

    private static Incoming incoming(Mqtt5Publish message) {
        return new Incoming(
                message.getTopic().toString(),
                message.getPayload().map(Payload::of).orElse(Payload.EMPTY),
                Qos.of(message.getQos()),
                message.isRetain(),
                message.getQos() != MqttQos.AT_MOST_ONCE && Redelivery.of(message),
                message.getContentType().map(MqttUtf8String::toString),
                userProperties(message),
                message::acknowledge);
    }

    private static Map<String, String> userProperties(Mqtt5Publish message) {
        var properties = new HashMap<String, String>();
        message.getUserProperties()
                .asList()
                .forEach(property ->
                        properties.put(
                                property.getName().toString(), property.getValue().toString()));
        return properties;
    }
}
