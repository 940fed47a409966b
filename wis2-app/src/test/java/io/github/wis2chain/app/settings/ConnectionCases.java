package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.RecordCase.FOLDER;

import io.github.wis2chain.app.settings.ConnectionSettings.Protocol;
import io.github.wis2chain.app.settings.MqttSourceSettings.RetainHandling;
import io.github.wis2chain.app.settings.binding.Secret;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The records of connections to brokers, and of what goes over them.
final class ConnectionCases {

    private static final ConnectionSettings PLAIN =
            new ConnectionSettings(
                    URI.create("mqtt://b"),
                    Optional.empty(),
                    Optional.empty(),
                    TlsSettings.DEFAULT,
                    Optional.empty(),
                    Protocol.MQTT_5,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10));

    static final List<RecordCase<?>> ALL =
            List.of(
                    new RecordCase<>(
                            TlsSettings::read,
                            "",
                            TlsSettings.DEFAULT,
                            "{ca: ca.pem, certificate: c.pem, key: k.pem, verify-host: off}",
                            new TlsSettings(
                                    Optional.of(FOLDER.resolve("ca.pem")),
                                    Optional.of(FOLDER.resolve("c.pem")),
                                    Optional.of(FOLDER.resolve("k.pem")),
                                    false)),
                    new RecordCase<>(
                            ProxySettings::read,
                            "url: http://proxy:3128",
                            new ProxySettings(
                                    URI.create("http://proxy:3128"),
                                    Optional.empty(),
                                    Optional.empty()),
                            "{url: 'http://p:1', user: u, password: p}",
                            new ProxySettings(
                                    URI.create("http://p:1"),
                                    Optional.of("u"),
                                    Optional.of(new Secret("p")))),
                    new RecordCase<>(
                            ConnectionSettings::read,
                            "url: mqtt://b",
                            PLAIN,
                            """
                            url: wss://broker.example:8443/mqtt
                            user: u
                            password: p
                            tls: {verify-host: off}
                            proxy: {url: 'http://p:1'}
                            protocol: 3.1.1
                            keep-alive: 2m
                            connect-timeout: 500ms
                            """,
                            new ConnectionSettings(
                                    URI.create("wss://broker.example:8443/mqtt"),
                                    Optional.of("u"),
                                    Optional.of(new Secret("p")),
                                    new TlsSettings(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            false),
                                    Optional.of(
                                            new ProxySettings(
                                                    URI.create("http://p:1"),
                                                    Optional.empty(),
                                                    Optional.empty())),
                                    Protocol.MQTT_3_1_1,
                                    Duration.ofMinutes(2),
                                    Duration.ofMillis(500))),
                    new RecordCase<>(
                            PublishSettings::read,
                            "",
                            new PublishSettings(
                                    Optional.empty(),
                                    Optional.empty(),
                                    1_000,
                                    Duration.ofSeconds(30)),
                            "{to: {url: 'mqtt://b'}, client-id: c, in-flight: 3, timeout: 5s}",
                            new PublishSettings(
                                    Optional.of(PLAIN),
                                    Optional.of("c"),
                                    3,
                                    Duration.ofSeconds(5))),
                    new RecordCase<>(
                            MqttSourceSettings::read,
                            "topic: a/#",
                            new MqttSourceSettings(
                                    Optional.empty(),
                                    List.of("a/#"),
                                    Optional.empty(),
                                    1,
                                    Duration.ofDays(3),
                                    false,
                                    Optional.empty(),
                                    false,
                                    true,
                                    RetainHandling.NEW,
                                    Optional.empty(),
                                    4 << 20),
                            """
                            broker: {url: 'mqtt://b'}
                            topic: [b/+, c]
                            client-id: c
                            qos: 2
                            session-expiry: 1h
                            clean-start: on
                            no-local: on
                            retain-as-published: off
                            retain-handling: never
                            max-packet: 1MB
                            """,
                            new MqttSourceSettings(
                                    Optional.of(PLAIN),
                                    List.of("b/+", "c"),
                                    Optional.of("c"),
                                    2,
                                    Duration.ofHours(1),
                                    true,
                                    Optional.empty(),
                                    true,
                                    false,
                                    RetainHandling.NEVER,
                                    Optional.empty(),
                                    1_000_000)));

    private ConnectionCases() {}
}
