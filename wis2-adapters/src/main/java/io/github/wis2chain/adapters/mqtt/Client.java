package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttProxyConfig;
import com.hivemq.client.mqtt.MqttProxyConfigBuilder;
import com.hivemq.client.mqtt.MqttProxyProtocol;
import com.hivemq.client.mqtt.MqttWebSocketConfig;

import io.reactivex.Flowable;
import io.reactivex.Scheduler;
import io.reactivex.schedulers.Schedulers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// One client of the library, for either version of the protocol. It may be connected, lose its
/// connection and be connected again; it never reconnects by itself.
sealed interface Client permits Client5, Client3 {

    /// How many messages may be on their way to the broker without their acknowledgement, unless
    /// the broker allows fewer.
    int SEND_WINDOW = 1000;

    /// Connects once.
    ///
    /// @param clean begin without the session that the broker or this client may have
    /// @return whether the broker had a session
    CompletableFuture<Boolean> connect(boolean clean);

    /// Subscribes to every filter with one packet.
    ///
    /// @return one answer for each filter, refusals included
    CompletableFuture<List<SubscriptionAnswer>> subscribe(MqttSubscription subscription);

    /// Sends with QoS 1, not retained, in the order of the calls; also again after a reconnection,
    /// as long as the session lasts.
    ///
    /// @return the acknowledgement, be it good or bad; or the library's exception if there will be
    ///     none
    CompletableFuture<Acknowledgement> publish(String topic, byte[] payload);

    CompletableFuture<Void> disconnect();

    /// Told about the connection on the library's event loop, in the order in which it happens.
    interface Listener {
        void connected();

        /// A connection ended, or an attempt failed.
        void disconnected(Throwable cause);
    }

    /// Where messages go.
    ///
    /// @param scheduler the consumer's thread; it gets the messages one by one, in order
    record Inlet(Scheduler scheduler, Consumer<Incoming> consumer) {

        /// An inlet whose consumer runs on the library's event loop. It must never block or throw.
        static Inlet direct(Consumer<Incoming> consumer) {
            return new Inlet(Schedulers.trampoline(), consumer);
        }

        /// An inlet whose consumer runs on this executor and must not throw.
        static Inlet on(Executor executor, Consumer<Incoming> consumer) {
            return new Inlet(Schedulers.from(executor), consumer);
        }

        /// Opens the one flow of messages of a client, before its first connection: without a flow
        /// the library acknowledges and drops what a resumed session brings.
        ///
        /// The library also ends the flow together with a session. It is opened again at once, on
        /// the event loop, and so before anything of the next session can come.
        <M> void open(Flowable<M> messages, Function<M, Incoming> incoming) {
            var _ =
                    messages.retry()
                            .observeOn(scheduler, true)
                            .subscribe(message -> consumer.accept(incoming.apply(message)));
        }
    }

    /// A client for this connection, not connected yet.
    ///
    /// @throws IllegalArgumentException when a file of the TLS settings cannot be used
    static Client of(MqttConnection connection, Inlet inlet, Listener listener) {
        return switch (connection.protocol()) {
            case V5 -> new Client5(connection, inlet, listener);
            case V3_1_1 -> new Client3(connection, inlet, listener);
        };
    }

    /// For a client that subscribes to nothing, but may resume a session that has subscriptions:
    /// what comes is acknowledged, or it would come for ever.
    static Inlet discarding() {
        return Inlet.direct(incoming -> incoming.acknowledge().run());
    }

    /// The library's own threads would keep the process alive for as long as a session may last.
    /// And results come on the event loop, without another thread between, which keeps them in
    /// order with the news of the connection.
    static MqttClientExecutorConfig threads() {
        return MqttClientExecutorConfig.builder()
                .nettyExecutor(EventLoops.EXECUTOR)
                .applicationScheduler(Schedulers.trampoline())
                .build();
    }

    static MqttClientTransportConfig transport(MqttConnection connection) {
        BrokerAddress broker = connection.broker();
        long timeout = connection.timing().connectTimeout().toMillis();
        MqttClientTransportConfigBuilder config =
                MqttClientTransportConfig.builder()
                        .serverHost(broker.host())
                        .serverPort(broker.port())
                        .socketConnectTimeout(timeout, TimeUnit.MILLISECONDS)
                        .mqttConnectTimeout(timeout, TimeUnit.MILLISECONDS);
        if (broker.transport().encrypted()) {
            config =
                    config.sslConfig(
                            Tls.config(connection.tls(), connection.timing().connectTimeout()));
        }
        if (broker.transport().webSocket()) {
            config =
                    config.webSocketConfig(
                            MqttWebSocketConfig.builder()
                                    .serverPath(broker.path())
                                    .handshakeTimeout(timeout, TimeUnit.MILLISECONDS)
                                    .build());
        }
        if (connection.proxy().isPresent()) {
            config = config.proxyConfig(proxy(connection.proxy().get(), timeout));
        }
        return config.build();
    }

    private static MqttProxyConfig proxy(HttpProxy proxy, long timeout) {
        MqttProxyConfigBuilder config =
                MqttProxyConfig.builder()
                        .protocol(MqttProxyProtocol.HTTP)
                        .host(proxy.host())
                        .port(proxy.port())
                        .handshakeTimeout(timeout, TimeUnit.MILLISECONDS);
        if (proxy.login().isPresent()) {
            Login login = proxy.login().get();
            config = config.username(login.user()).password(login.password());
        }
        return config.build();
    }

    /// The threads that the clients of this process share; the library starts two per core at most.
    final class EventLoops {

        private static final AtomicLong COUNT = new AtomicLong();

        static final Executor EXECUTOR =
                task ->
                        Thread.ofPlatform()
                                .name("mqtt-" + COUNT.incrementAndGet())
                                .daemon()
                                .start(task);

        private EventLoops() {}
    }
}
