package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.RecordCase.FOLDER;

import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.engine.chain.EventLimits;
import io.github.wis2chain.engine.run.Retry;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records of the node itself: what it is, what it takes, how it works and keeps, and how it is looked at.
final class NodeCases {

    private static final RetentionSettings RETENTION =
            new RetentionSettings(
                    Duration.ofDays(30),
                    Duration.ofDays(365),
                    Duration.ofDays(730),
                    Duration.ofDays(1));

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

    private NodeCases() {}
}
