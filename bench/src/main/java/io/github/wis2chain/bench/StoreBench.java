package io.github.wis2chain.bench;

import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.adapters.sql.SqlStoreSettings;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepRecord;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Worker;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// Takes events through a store alone, with everything that the chain writes and nothing that it
/// computes, and prints events per second, bytes per run and the times of questions. One run in
/// twenty fails, for one of a hundred reasons.
///
/// `StoreBench DIRECTORY EVENTS` or `StoreBench jdbc:postgresql:… EVENTS`, with the user and password
/// in the variables PGUSER and PGPASSWORD: the store may hold the runs of an earlier time, and grows.
public final class StoreBench implements Worker {

    /// Events whose commit is waited for at the same time.
    private static final int WINDOW = 2_000;

    /// One run in so many fails.
    private static final int FAILING = 20;

    private static final int CULPRITS = 100;

    private static final List<String> STEPS =
            List.of("read-event", "build", "validate", "verify-data", "score", "ready", "publish");

    private final SqlStore store;
    private final long events;
    private final CountDownLatch left;
    private final AtomicLong done = new AtomicLong();
    private final Turns turns = new Turns();
    private final ThreadLocal<SampleTexts> texts =
            ThreadLocal.withInitial(() -> new SampleTexts(System.nanoTime()));

    private StoreBench(SqlStore store, long events) {
        this.store = store;
        this.events = events;
        this.left = new CountDownLatch(Math.toIntExact(events));
    }

    /// Measures once.
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: StoreBench DIRECTORY|JDBC-URL EVENTS");
            System.exit(2);
        }
        SqlStoreSettings.Place place = place(arguments[0]);
        long events = Long.parseLong(arguments[1]);
        try (var store = SqlStore.open(SqlStoreSettings.in(place), InstantSource.system())) {
            long before = runs(store);
            long bytesBefore = store.status().bytes();
            if (events > 0) {
                new StoreBench(store, events).measure();
            }
            long bytes = store.status().bytes();
            System.out.printf(
                    "size       %,d bytes for %,d runs: %d bytes a run, %d for those of this"
                            + " time%n",
                    bytes,
                    before + events,
                    bytes / (before + events),
                    (bytes - bytesBefore) / Math.max(1, events));
            new StoreQuestions(store).ask();
        }
    }

    private static SqlStoreSettings.Place place(String where) {
        return where.startsWith("jdbc:")
                ? new SqlStoreSettings.Place.Postgres(
                        where,
                        System.getenv().getOrDefault("PGUSER", "postgres"),
                        System.getenv().getOrDefault("PGPASSWORD", ""))
                : new SqlStoreSettings.Place.Embedded(Path.of(where));
    }

    private static long runs(SqlStore store) {
        return store.archive().counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private void measure() throws InterruptedException {
        Instant begin = Instant.now();
        store.queue().start(this);
        accept();
        Instant accepted = Instant.now();
        left.await();
        Instant end = Instant.now();
        System.out.printf(
                "intake     %,d events/s while runs were worked on%n", rate(begin, accepted));
        System.out.printf("end to end %,d events/s%n", rate(begin, end));
    }

    private long rate(Instant begin, Instant end) {
        return events * 1000 / Math.max(1, Duration.between(begin, end).toMillis());
    }

    private void accept() {
        var window = new ArrayDeque<CompletableFuture<?>>(WINDOW);
        var source = new SourceName("bench");
        var origin =
                new Origin("mqtt", "diffusion/files/example/argo/bufr", Map.of(Origin.QOS, "1"));
        SampleTexts text = texts.get();
        for (long i = 0; i < events; i++) {
            if (window.size() == WINDOW) {
                window.remove().join();
            }
            String file = "IOPX01_%s_%d".formatted(text.digest(4), 251_403 + i);
            var arrival =
                    new Arrival(
                            source, Payload.ofText(text.event(file)), origin, false, Instant.now());
            window.add(store.runs().accept(arrival).toCompletableFuture());
        }
        window.forEach(CompletableFuture::join);
    }

    @Override
    public Turns.Turn nextTurn() {
        return turns.take();
    }

    @Override
    public Outcome work(Claim claim, Turns.Turn turn) {
        long number = done.get();
        if (number % FAILING == 0) {
            return failed(claim, (int) (number / FAILING % CULPRITS));
        }
        String id = UUID.randomUUID().toString();
        String file = "IOPX01_" + claim.run();
        String dataId =
                "xx-example-argo/data/core/ocean/surface-based-observations/%s.bufr"
                        .formatted(file);
        store.outbox().last("argo-bufr", dataId);
        SampleTexts text = texts.get();
        String digest = text.digest(64);
        var ready =
                new Ready(
                        id,
                        "argo-bufr",
                        dataId,
                        "origin/a/wis2/xx-example-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers",
                        "canonical",
                        "sha512:" + digest,
                        Payload.ofText(text.notification(id, dataId, digest)),
                        Instant.now(),
                        Optional.empty());
        store.outbox().store(claim.run(), List.of(ready)).join();
        store.outbox()
                .acknowledged(claim.run(), id, new Delivery(Instant.now(), "embedded", "SUCCESS"))
                .join();
        left.countDown();
        var steps = new ArrayList<StepRecord>();
        Instant begin = Instant.now();
        for (String step : STEPS) {
            steps.add(
                    new StepRecord(
                            step,
                            1,
                            begin.plusNanos(done.incrementAndGet() % 9_000_000),
                            Duration.ofNanos(done.get() * 1_000 % 4_000_000),
                            Optional.empty(),
                            List.of()));
        }
        Labels labels = Labels.NONE.withDataset("argo-bufr").withEventName(file).withDataId(dataId);
        return new Outcome.Succeeded(
                "Published 1 notification.", claim.history().and(steps, 0), labels);
    }

    private Outcome failed(Claim claim, int culprit) {
        left.countDown();
        done.incrementAndGet();
        var failure =
                Failure.permanent(
                                FailureCode.LINK_STATUS,
                                "/links/0: the server answered 404, and 200 is required.")
                        .blaming("data%d.example.org".formatted(culprit));
        var step =
                new StepRecord(
                        "verify-data",
                        1,
                        Instant.now(),
                        Duration.ofMillis(3),
                        Optional.of(failure),
                        List.of());
        Labels labels = Labels.NONE.withDataset("argo-bufr").withEventName("IOPX01_" + claim.run());
        return new Outcome.Failed(
                "verify-data", failure, claim.history().and(List.of(step), 0), labels);
    }
}
