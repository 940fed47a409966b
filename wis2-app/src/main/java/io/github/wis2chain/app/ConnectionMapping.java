package io.github.wis2chain.app;

import io.github.wis2chain.adapters.mqtt.HttpProxy;
import io.github.wis2chain.adapters.mqtt.Login;
import io.github.wis2chain.adapters.mqtt.MqttConnection;
import io.github.wis2chain.adapters.mqtt.MqttSource;
import io.github.wis2chain.adapters.mqtt.MqttSubscription;
import io.github.wis2chain.adapters.mqtt.PayloadFilter;
import io.github.wis2chain.adapters.mqtt.ProtocolVersion;
import io.github.wis2chain.adapters.mqtt.Qos;
import io.github.wis2chain.adapters.mqtt.RetainHandling;
import io.github.wis2chain.adapters.mqtt.SessionSettings;
import io.github.wis2chain.adapters.mqtt.Timing;
import io.github.wis2chain.adapters.mqtt.TlsSettings;
import io.github.wis2chain.app.settings.ConnectionSettings;
import io.github.wis2chain.app.settings.MqttSourceSettings;
import io.github.wis2chain.app.settings.ProxySettings;
import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.engine.run.Payload;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Gives MQTT clients their settings.
public final class ConnectionMapping {

    private ConnectionMapping() {}

    public static MqttConnection of(
            ConnectionSettings settings, String clientId, SessionSettings session) {
        MqttConnection connection =
                MqttConnection.to(settings.url().toString(), clientId)
                        .withProtocol(
                                switch (settings.protocol()) {
                                    case MQTT_5 -> ProtocolVersion.V5;
                                    case MQTT_3_1_1 -> ProtocolVersion.V3_1_1;
                                })
                        .withSession(session)
                        .withTls(tls(settings.tls()))
                        .withTiming(
                                new Timing(
                                        settings.keepAlive(),
                                        settings.connectTimeout(),
                                        Timing.DEFAULT.firstDelay(),
                                        Timing.DEFAULT.longestDelay()));
        if (settings.user().isPresent()) {
            connection =
                    connection.withLogin(
                            settings.user().get(),
                            settings.password().map(Secret::value).orElse(""));
        }
        return settings.proxy()
                .map(ConnectionMapping::proxy)
                .map(connection::withProxy)
                .orElse(connection);
    }

    static MqttSource.Wanted wanted(MqttSourceSettings settings) {
        MqttSubscription subscription =
                new MqttSubscription(
                        settings.topics(),
                        Qos.of(settings.qos()),
                        settings.sharedGroup(),
                        settings.noLocal(),
                        settings.retainAsPublished(),
                        switch (settings.retainHandling()) {
                            case ALWAYS -> RetainHandling.ALWAYS;
                            case NEW -> RetainHandling.IF_NEW;
                            case NEVER -> RetainHandling.NEVER;
                        });
        return new MqttSource.Wanted(
                subscription,
                settings.payloadMatches().map(Pattern::pattern).map(PayloadFilter::finding));
    }

    /// What a source of the embedded broker takes: all that it does not know to be unwanted.
    static Predicate<Payload> wantedPayload(MqttSourceSettings settings) {
        Optional<PayloadFilter> filter =
                settings.payloadMatches().map(Pattern::pattern).map(PayloadFilter::finding);
        return payload ->
                filter.isEmpty()
                        || filter.get().judge(payload.bytes()) != PayloadFilter.Verdict.UNWANTED;
    }

    private static TlsSettings tls(io.github.wis2chain.app.settings.TlsSettings settings) {
        Optional<TlsSettings.Identity> identity =
                settings.certificate()
                        .flatMap(certificate ->
                                settings.key()
                                        .map(key -> new TlsSettings.Identity(certificate, key)));
        return new TlsSettings(settings.ca(), identity, !settings.verifyHost());
    }

    private static HttpProxy proxy(ProxySettings settings) {
        return new HttpProxy(
                settings.url().getHost(),
                settings.url().getPort(),
                settings.user()
                        .map(user ->
                                new Login(
                                        user, settings.password().map(Secret::value).orElse(""))));
    }
}
