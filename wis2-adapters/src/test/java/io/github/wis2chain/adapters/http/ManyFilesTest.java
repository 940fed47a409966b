package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.sql.Retention;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.adapters.sql.SqlStoreSettings;
import io.github.wis2chain.engine.chain.DatasetFixture;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.NotificationIds;
import io.github.wis2chain.engine.chain.NotificationPipeline;
import io.github.wis2chain.engine.chain.RecordingPublisher;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Patience;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Retry;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Runner;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Events with many files at one server, on which there is room for one download: the whole chain up to
/// the broker, with a real queue, a real store and a real server.
final class ManyFilesTest {

    private static final int EVENTS = 8;
    private static final int FILES = 6;

    @TempDir Path directory = Path.of("replaced");

    @Test
    void every_file_is_downloaded_once_however_busy_the_server_is() throws Exception {
        var settings =
                new SqlStoreSettings(
                        new SqlStoreSettings.Place.Embedded(directory),
                        Retention.DEFAULT,
                        0,
                        EVENTS,
                        Duration.ofMillis(50));
        InstantSource clock = InstantSource.system();
        try (NastyServer server = NastyServer.start();
                var verifier =
                        new HttpLinkVerifier(
                                LinkSettings.DEFAULT
                                        .withAllow(List.of("loopback"))
                                        .withPerHost(1, Duration.ofNanos(1)));
                var store = SqlStore.open(settings, clock)) {
            for (int event = 0; event < EVENTS; event++) {
                store.runs().accept(arrival(event(server, event), clock)).join();
            }

            store.queue()
                    .start(
                            new Runner(
                                    NotificationPipeline.define(
                                            DatasetFixture.all(DatasetFixture.aDataset().dataset()),
                                            verifier,
                                            new RecordingPublisher(),
                                            store.outbox(),
                                            new NotificationIds(UUID::randomUUID, clock)),
                                    new Patience(Retry.PATIENT, Retry.LASTING, Set.of()),
                                    FailureCode.INTERNAL,
                                    clock,
                                    (_, _) -> {}));

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> counts(store).getOrDefault(RunState.SUCCEEDED, 0L) == EVENTS);
            for (int event = 0; event < EVENTS; event++) {
                for (int file = 0; file < FILES; file++) {
                    assertThat(server.requests(path(event, file)))
                            .as(path(event, file))
                            .isEqualTo(1);
                }
            }
        }
    }

    private static Map<RunState, Long> counts(SqlStore store) {
        return store.archive().counts();
    }

    private static Arrival arrival(EventFixture event, InstantSource clock) {
        return new Arrival(
                new SourceName("argo-files"),
                Payload.of(event.asBytes()),
                new Origin("mqtt", "diffusion/files/example/argo/bufr", Map.of()),
                false,
                clock.instant());
    }

    /// Every second file without a checksum, so that it is downloaded to build its notification, and
    /// the others to verify it.
    private static EventFixture event(NastyServer server, int event) throws Exception {
        ItemFixture item = ItemFixture.anItem().with("/assets", "{}");
        String checksum =
                "1340"
                        + HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-512")
                                                .digest(NastyServer.BODY));
        for (int file = 0; file < FILES; file++) {
            String asset =
                    "{\"href\": \"%s\", \"roles\": [\"data\"]%s}"
                            .formatted(
                                    server.url(path(event, file)),
                                    file % 2 == 0
                                            ? ""
                                            : ", \"file:checksum\": \"%s\"".formatted(checksum));
            item = item.with("/assets/file-" + file, asset);
        }
        return EventFixture.anEvent().with("id", "event-" + event).withItem(item);
    }

    private static String path(int event, int file) {
        return "/ok/%d/%d".formatted(event, file);
    }
}
