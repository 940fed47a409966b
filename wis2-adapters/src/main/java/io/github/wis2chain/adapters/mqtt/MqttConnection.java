package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.adapters.PacketSize;

import java.util.Optional;

/// Everything that a client must know to connect to a broker. Made by {@link #to} and refined with
/// `with…`; its text holds no secret.
///
/// @param clientId stable and used by one process at a time: the broker keeps the session under it
/// @param largestPacket bytes; a broker drops larger ones in place of sending them (MQTT 5,
///     3.1.2.11.4), and one of MQTT 3.1.1 is not told
public record MqttConnection(
        BrokerAddress broker,
        String clientId,
        ProtocolVersion protocol,
        SessionSettings session,
        Optional<Login> login,
        TlsSettings tls,
        Optional<HttpProxy> proxy,
        Timing timing,
        int largestPacket) {

    public MqttConnection {
        PacketSize.checked(largestPacket);
        if (clientId.isBlank()) {
            throw new IllegalArgumentException(
                    "client id must not be empty: the broker keeps the session under it");
        }
        if (!broker.transport().encrypted() && !tls.equals(TlsSettings.DEFAULT)) {
            throw new IllegalArgumentException(
                    "TLS is set up but the broker's address is [%s]; use mqtts:// or wss://"
                            .formatted(broker));
        }
    }

    /// A connection of MQTT 5 with the defaults of every setting.
    ///
    /// @param url as {@link BrokerAddress#parse} reads it
    public static MqttConnection to(String url, String clientId) {
        return to(BrokerAddress.parse(url), clientId);
    }

    /// A connection of MQTT 5 with the defaults of every setting.
    public static MqttConnection to(BrokerAddress broker, String clientId) {
        return new MqttConnection(
                broker,
                clientId,
                ProtocolVersion.V5,
                SessionSettings.DEFAULT,
                Optional.empty(),
                TlsSettings.DEFAULT,
                Optional.empty(),
                Timing.DEFAULT,
                PacketSize.DEFAULT);
    }

    public MqttConnection withProtocol(ProtocolVersion version) {
        return new MqttConnection(
                broker, clientId, version, session, login, tls, proxy, timing, largestPacket);
    }

    public MqttConnection withSession(SessionSettings settings) {
        return new MqttConnection(
                broker, clientId, protocol, settings, login, tls, proxy, timing, largestPacket);
    }

    public MqttConnection withLogin(String user, String password) {
        var given = Optional.of(new Login(user, password));
        return new MqttConnection(
                broker, clientId, protocol, session, given, tls, proxy, timing, largestPacket);
    }

    public MqttConnection withTls(TlsSettings settings) {
        return new MqttConnection(
                broker, clientId, protocol, session, login, settings, proxy, timing, largestPacket);
    }

    public MqttConnection withProxy(HttpProxy httpProxy) {
        return new MqttConnection(
                broker,
                clientId,
                protocol,
                session,
                login,
                tls,
                Optional.of(httpProxy),
                timing,
                largestPacket);
    }

    public MqttConnection withTiming(Timing durations) {
        return new MqttConnection(
                broker, clientId, protocol, session, login, tls, proxy, durations, largestPacket);
    }

    public MqttConnection withLargestPacket(int bytes) {
        return new MqttConnection(
                broker, clientId, protocol, session, login, tls, proxy, timing, bytes);
    }
}
