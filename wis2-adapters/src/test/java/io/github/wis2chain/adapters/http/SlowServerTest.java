package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.sql.Retention;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.adapters.sql.SqlStoreSettings;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Ending;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Patience;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Pipeline;
import io.github.wis2chain.engine.run.Retry;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Runner;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Runs whose links lead to a server that never ends, beside others: a real queue, a real store.
final class SlowServerTest {

    private static final int WORKERS = 20;

    @TempDir Path directory = Path.of("replaced");

    @Test
    void a_server_that_does_not_answer_holds_up_its_own_runs_only() {
        var settings =
                new SqlStoreSettings(
                        new SqlStoreSettings.Place.Embedded(directory),
                        Retention.DEFAULT,
                        0,
                        WORKERS,
                        Duration.ofMillis(200));
        try (NastyServer slow = NastyServer.start();
                NastyServer quick = NastyServer.start();
                var verifier =
                        new HttpLinkVerifier(
                                LinkSettings.DEFAULT
                                        .withAllow(List.of("loopback"))
                                        .withPerHost(2, LinkSettings.DEFAULT.turnTimeout()));
                var store = SqlStore.open(settings, InstantSource.system())) {
            List<RunId> held =
                    Stream.generate(() -> accept(store, slow.url("/hold/a")))
                            .limit(20L * WORKERS)
                            .toList();
            List<RunId> others =
                    Stream.generate(() -> accept(store, quick.url("/ok/a"))).limit(20).toList();

            store.queue().start(runner(verifier));

            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            others.stream()
                                    .allMatch(run -> state(store, run) == RunState.SUCCEEDED));
            assertThat(slow.held()).isEqualTo(2);
            assertThat(store.archive().counts())
                    .containsEntry(RunState.SUCCEEDED, 20L)
                    .containsEntry(RunState.FAILED, 0L);
            assertThat(held)
                    .allSatisfy(run ->
                            assertThat(store.archive().run(run).orElseThrow().summary().attempts())
                                    .isZero());
            slow.release();
        }
    }

    private static Runner runner(HttpLinkVerifier verifier) {
        Pipeline pipeline =
                Pipeline.named("test")
                        .ending(
                                "verify-data",
                                (event, _) -> {
                                    var href = URI.create(event.payload().text());
                                    verifier.fetch(
                                            new Request(href, OptionalLong.empty(), "SHA-512", 0),
                                            false);
                                    return new Ending(true, "Fetched.");
                                });
        return new Runner(
                pipeline,
                new Patience(Retry.PATIENT, Retry.LASTING, Set.of()),
                FailureCode.INTERNAL,
                InstantSource.system(),
                (_, _) -> {});
    }

    private static RunState state(SqlStore store, RunId run) {
        return store.archive().run(run).orElseThrow().summary().state();
    }

    private static RunId accept(SqlStore store, URI href) {
        return store.runs()
                .accept(
                        new Arrival(
                                new SourceName("test"),
                                Payload.ofText(href.toString()),
                                new Origin("test", "here", Map.of()),
                                false,
                                InstantSource.system().instant()))
                .join()
                .run();
    }
}
