package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.RecordCase.FOLDER;

import io.github.wis2chain.app.settings.binding.Secret;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The records of the embedded broker.
final class BrokerCases {

    private static final String HASH =
            "pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final String OTHER_HASH =
            "pbkdf2-sha512$210000$BBBBBBBBBBBBBBBBBBBBBA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final BrokerLimitSettings LIMITS =
            new BrokerLimitSettings(100_000, 4 << 20, 1_000, 1_000, Duration.ofDays(30));

    private static final UserSettings.Right READ_ALL =
            new UserSettings.Right("origin/#", UserSettings.Access.READ);

    static final List<RecordCase<?>> ALL =
            List.of(
                    new RecordCase<>(
                            EmbeddedBrokerSettings.Tls::read,
                            "{certificate: c.pem, key: k.pem}",
                            new EmbeddedBrokerSettings.Tls(
                                    FOLDER.resolve("c.pem"),
                                    FOLDER.resolve("k.pem"),
                                    Optional.of(8883),
                                    Optional.of(8443)),
                            "{certificate: d.pem, key: l.pem, port: off, websocket-port: 443}",
                            new EmbeddedBrokerSettings.Tls(
                                    FOLDER.resolve("d.pem"),
                                    FOLDER.resolve("l.pem"),
                                    Optional.empty(),
                                    Optional.of(443))),
                    new RecordCase<>(
                            EmbeddedBrokerSettings::read,
                            "",
                            new EmbeddedBrokerSettings(
                                    "127.0.0.1",
                                    Optional.of(1883),
                                    Optional.of(8081),
                                    "/",
                                    Optional.empty(),
                                    List.of(),
                                    LIMITS),
                            """
                            bind: 0.0.0.0
                            port: 2883
                            websocket-port: off
                            websocket-path: /mqtt
                            tls: {certificate: c.pem, key: k.pem}
                            users:
                            - name: everyone
                              password-hash: pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                              rights: [{topic: origin/#, access: read}]
                            limits: {in-flight: 10}
                            """,
                            new EmbeddedBrokerSettings(
                                    "0.0.0.0",
                                    Optional.of(2883),
                                    Optional.empty(),
                                    "/mqtt",
                                    Optional.of(
                                            new EmbeddedBrokerSettings.Tls(
                                                    FOLDER.resolve("c.pem"),
                                                    FOLDER.resolve("k.pem"),
                                                    Optional.of(8883),
                                                    Optional.of(8443))),
                                    List.of(
                                            new UserSettings(
                                                    "everyone",
                                                    new Secret(HASH),
                                                    List.of(READ_ALL))),
                                    new BrokerLimitSettings(
                                            100_000, 4 << 20, 1_000, 10, Duration.ofDays(30)))),
                    new RecordCase<>(
                            BrokerLimitSettings::read,
                            "",
                            LIMITS,
                            "{queued-messages: 5, max-packet: 1MB, connections: 9, in-flight: 7,"
                                    + " session-expiry: 3d}",
                            new BrokerLimitSettings(5, 1_000_000, 9, 7, Duration.ofDays(3))),
                    new RecordCase<>(
                            UserSettings::read,
                            "{name: u, password-hash:"
                                + " pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA}",
                            new UserSettings("u", new Secret(HASH), List.of()),
                            """
                            name: v
                            password-hash: pbkdf2-sha512$210000$BBBBBBBBBBBBBBBBBBBBBA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                            rights: [{topic: origin/#, access: read}]
                            """,
                            new UserSettings("v", new Secret(OTHER_HASH), List.of(READ_ALL))),
                    new RecordCase<>(
                            UserSettings.Right::read,
                            "{topic: a, access: write}",
                            new UserSettings.Right("a", UserSettings.Access.WRITE),
                            "{topic: b/#, access: readwrite}",
                            new UserSettings.Right("b/#", UserSettings.Access.READWRITE)));

    private BrokerCases() {}
}
