package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.CheckSettings.Kpi;
import io.github.wis2chain.app.settings.CheckSettings.Mode;
import io.github.wis2chain.app.settings.ConnectionSettings.Protocol;
import io.github.wis2chain.app.settings.MqttSourceSettings.RetainHandling;
import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.engine.chain.EventLimits;
import io.github.wis2chain.engine.run.Retry;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every settings record with its defaults and its full mapping.
final class RecordCases {

    private static final Path FOLDER = Path.of("/etc/wis2");
    private static final String HASH =
            "pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String OTHER_HASH =
            "pbkdf2-sha512$210000$BBBBBBBBBBBBBBBBBBBBBA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";

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

    private static final BrokerLimitSettings LIMITS =
            new BrokerLimitSettings(100_000, 4 << 20, 1_000, 1_000, Duration.ofDays(30));

    private static final WhenSettings ANY =
            new WhenSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static final AssetSettings DATA =
            new AssetSettings(List.of("data"), List.of(), List.of());

    private static final CheckSettings CHECKS =
            new CheckSettings(Mode.BLOCK, Mode.BLOCK, Mode.BLOCK, new Kpi(80, Mode.WARN));

    private static final RetentionSettings RETENTION =
            new RetentionSettings(
                    Duration.ofDays(30),
                    Duration.ofDays(365),
                    Duration.ofDays(730),
                    Duration.ofDays(1));

    private static final UserSettings.Right READ_ALL =
            new UserSettings.Right("origin/#", UserSettings.Access.READ);

    static final List<RecordCase<?>> ALL =
            List.of(
                    new RecordCase<>(
                            NodeSettings::read,
                            "centre-id: fr-ifremer-argo",
                            new NodeSettings(
                                    new CentreId("fr-ifremer-argo"),
                                    FOLDER.resolve("data"),
                                    TopicHierarchy.standard()),
                            "{centre-id: de-dwd, data-dir: /var/lib/wis2}",
                            new NodeSettings(
                                    new CentreId("de-dwd"),
                                    Path.of("/var/lib/wis2"),
                                    TopicHierarchy.standard())),
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
                            new UserSettings.Right("b/#", UserSettings.Access.READWRITE)),
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
                                    1_000_000)),
                    new RecordCase<>(
                            section -> DatasetSettings.read("argo", section),
                            "topic: " + TOPIC,
                            new DatasetSettings(
                                    "argo",
                                    ANY,
                                    Optional.empty(),
                                    TOPIC,
                                    "{centre-id}/{dataset}/{href.path.last(3)}",
                                    DATA,
                                    Optional.empty(),
                                    0,
                                    Optional.empty(),
                                    DatasetSettings.Digest.SHA512,
                                    List.of(),
                                    JsonNodeFactory.instance.objectNode(),
                                    CHECKS),
                            """
                            when: {subject: s}
                            metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
                            topic: other
                            data-id: x
                            assets: {keys: [k]}
                            cache: off
                            inline-up-to: 2kB
                            producer: p
                            integrity: sha3-256
                            deletion-types: [gone]
                            properties: {mission: Argo, cycle: 22, live: true, parts: [a, {b: null}]}
                            checks: {links: off}
                            """,
                            new DatasetSettings(
                                    "argo",
                                    new WhenSettings(
                                            Optional.empty(),
                                            Optional.of("s"),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty()),
                                    Optional.of("urn:wmo:md:fr-ifremer-argo:cor:msg:argo"),
                                    "other",
                                    "x",
                                    new AssetSettings(List.of("data"), List.of(), List.of("k")),
                                    Optional.of(false),
                                    2_000,
                                    Optional.of("p"),
                                    DatasetSettings.Digest.SHA3_256,
                                    List.of("gone"),
                                    properties(),
                                    new CheckSettings(
                                            Mode.BLOCK,
                                            Mode.OFF,
                                            Mode.BLOCK,
                                            new Kpi(80, Mode.WARN)))),
                    new RecordCase<>(
                            WhenSettings::read,
                            "",
                            ANY,
                            "{source: a, subject: b, type: c, producer: d, collection: e}",
                            new WhenSettings(
                                    Optional.of("a"),
                                    Optional.of("b"),
                                    Optional.of("c"),
                                    Optional.of("d"),
                                    Optional.of("e"))),
                    new RecordCase<>(
                            AssetSettings::read,
                            "",
                            DATA,
                            "{roles: [], media-types: application/bufr, keys: [a, b]}",
                            new AssetSettings(
                                    List.of(), List.of("application/bufr"), List.of("a", "b"))),
                    new RecordCase<>(
                            CheckSettings::read,
                            "",
                            CHECKS,
                            """
                            notification: warn
                            links: off
                            unreachable: warn
                            kpi: {at-least: 70%, then: block}
                            """,
                            new CheckSettings(
                                    Mode.WARN, Mode.OFF, Mode.WARN, new Kpi(70, Mode.BLOCK))),
                    new RecordCase<>(
                            ByHandSettings::read,
                            "",
                            new ByHandSettings(Mode.BLOCK, CHECKS),
                            "{records: warn, checks: {unreachable: warn}}",
                            new ByHandSettings(
                                    Mode.WARN,
                                    new CheckSettings(
                                            Mode.BLOCK,
                                            Mode.BLOCK,
                                            Mode.WARN,
                                            new Kpi(80, Mode.WARN)))),
                    new RecordCase<>(
                            Kpi::read,
                            "",
                            new Kpi(80, Mode.WARN),
                            "{at-least: 100, then: off}",
                            new Kpi(100, Mode.OFF)),
                    new RecordCase<>(
                            LinkSettings::read,
                            "",
                            new LinkSettings(
                                    List.of(),
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(60),
                                    4_000_000_000L,
                                    5,
                                    16,
                                    Map.of()),
                            """
                            allow: [localhost, 10.0.0.0/8]
                            connect-timeout: 1s
                            timeout: 2s
                            max-size: 1GiB
                            redirects: 0
                            per-host: 2
                            local: {'https://data.example/argo/': files}
                            """,
                            new LinkSettings(
                                    List.of("localhost", "10.0.0.0/8"),
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(2),
                                    1L << 30,
                                    0,
                                    2,
                                    Map.of("https://data.example/argo/", FOLDER.resolve("files")))),
                    new RecordCase<>(
                            IntakeSettings::read,
                            "",
                            new IntakeSettings(
                                    1 << 20, 1 << 14, 32 << 20, 20_000, EventLimits.DEFAULT),
                            "{max-event: 2kB, keep-of-larger: 1kB, max-held: 3kB, max-held-events:"
                                    + " 4, max-assets: 5, max-positions: 6}",
                            new IntakeSettings(2_000, 1_000, 3_000, 4, new EventLimits(5, 6))),
                    new RecordCase<>(
                            EngineSettings::read,
                            "",
                            new EngineSettings(300, Retry.PATIENT, Duration.ofSeconds(10)),
                            "{parallel: 2, retry: {limit: 1, first: 1s, longest: 1m}, stop-within:"
                                    + " 1s}",
                            new EngineSettings(
                                    2,
                                    new Retry(1, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                                    Duration.ofSeconds(1))),
                    new RecordCase<>(
                            StoreSettings::read,
                            "",
                            new StoreSettings(Optional.empty(), 100L << 20, RETENTION),
                            """
                            postgresql: {url: 'jdbc:postgresql://db/wis2', user: u, password: p}
                            disk-floor: 1GB
                            retention: {ended: 1d}
                            """,
                            new StoreSettings(
                                    Optional.of(
                                            new StoreSettings.Postgresql(
                                                    "jdbc:postgresql://db/wis2",
                                                    "u",
                                                    new Secret("p"))),
                                    1_000_000_000L,
                                    new RetentionSettings(
                                            Duration.ofDays(1),
                                            Duration.ofDays(365),
                                            Duration.ofDays(730),
                                            Duration.ofDays(1)))),
                    new RecordCase<>(
                            StoreSettings.Postgresql::read,
                            "{url: 'jdbc:postgresql://a/b', user: u, password: p}",
                            new StoreSettings.Postgresql(
                                    "jdbc:postgresql://a/b", "u", new Secret("p")),
                            "{url: 'jdbc:postgresql://c/d', user: v, password: q}",
                            new StoreSettings.Postgresql(
                                    "jdbc:postgresql://c/d", "v", new Secret("q"))),
                    new RecordCase<>(
                            RetentionSettings::read,
                            "",
                            RETENTION,
                            "{ended: 1h, failed: 2h, published: 3h, answers: 4h}",
                            new RetentionSettings(
                                    Duration.ofHours(1),
                                    Duration.ofHours(2),
                                    Duration.ofHours(3),
                                    Duration.ofHours(4))),
                    new RecordCase<>(
                            ApiSettings::read,
                            "",
                            new ApiSettings("127.0.0.1", 8080, Optional.empty(), Optional.empty()),
                            "{bind: 0.0.0.0, port: 0, token: 0123456789abcdef, public-url:"
                                    + " 'https://wis2.example.org'}",
                            new ApiSettings(
                                    "0.0.0.0",
                                    0,
                                    Optional.of(new Secret("0123456789abcdef")),
                                    Optional.of(URI.create("https://wis2.example.org")))),
                    new RecordCase<>(
                            LogSettings::read,
                            "",
                            new LogSettings(LogSettings.Level.INFO, LogSettings.Format.TEXT),
                            "{level: debug, format: json}",
                            new LogSettings(LogSettings.Level.DEBUG, LogSettings.Format.JSON)));

    private RecordCases() {}

    private static ObjectNode properties() {
        var json = JsonNodeFactory.instance;
        ObjectNode properties = json.objectNode();
        properties.put("mission", "Argo");
        properties.set("cycle", json.numberNode(new BigDecimal("22")));
        properties.put("live", true);
        properties.putArray("parts").add("a").addObject().putNull("b");
        return properties;
    }
}
