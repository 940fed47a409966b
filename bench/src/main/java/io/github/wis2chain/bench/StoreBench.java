package io.github.wis2chain.bench;

import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.adapters.sql.SqlStoreSettings;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepRecord;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Window;
import io.github.wis2chain.engine.run.Worker;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
            ask(store);
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

    private static void ask(SqlStore store) {
        var last =
                store.archive().runs(RunFilter.ALL, Optional.empty(), 50).stream()
                        .filter(run -> run.labels().dataId().isPresent())
                        .findFirst()
                        .orElseThrow();
        time("latest 50", () -> store.archive().runs(RunFilter.ALL, Optional.empty(), 50));
        time("latest 50 failed", () -> store.archive().runs(only("", ""), Optional.empty(), 50));
        time(
                "latest 50 of a dataset",
                () -> store.archive().runs(only("argo-bufr", ""), Optional.empty(), 50));
        String dataId = last.labels().dataId().orElse("");
        time("by data_id", () -> store.archive().runs(only("", dataId), Optional.empty(), 50));
        time("run with history", () -> store.archive().run(last.id()));
        time("last published", () -> store.outbox().last("argo-bufr", dataId));
        time("latest 50 sent", () -> store.outbox().latest(Optional.empty(), Optional.empty(), 50));
        time("counts", () -> store.archive().counts());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        time("ledger of today", () -> store.archive().ledger(today));
        time("published today", () -> store.outbox().countAcknowledged(today, today));
        time("ledger of a year", () -> store.archive().ledger(today.minusDays(365), today));
        RunFilter failed = RunFilter.ALL.withStates(RunState.FAILED);
        RunFilter cause = failed.withCause("LINK_STATUS");
        time("cause groups", () -> store.archive().causes());
        list(store, "failed of a dataset", failed.withDataset("argo-bufr"));
        list(store, "failed of a source", failed.withSource(new SourceName("bench")));
        list(store, "of a cause", cause);
        list(store, "of a culprit", cause.withCulprit("data7.example.org"));
        list(store, "of an absent dataset", RunFilter.ALL.withDataset("none"));
        list(store, "waiting", RunFilter.ALL.withStates(RunState.WAITING));
        list(store, "waiting or failed", failed.withStates(RunState.WAITING, RunState.FAILED));
        list(store, "discarded", failed.withStates(RunState.DISCARDED));
        list(store, "of the last hour", RunFilter.ALL.since(Instant.now().minusSeconds(3600)));
        var middle = Window.newerThan(oldest(store), 50);
        time("towards the present", () -> store.archive().runs(RunFilter.ALL, middle));
        time("count failed", () -> store.archive().count(failed, 10_000));
        time(
                "count of a dataset",
                () -> store.archive().count(cause.withDataset("argo-bufr"), 10_000));
        time("count all", () -> store.archive().count(RunFilter.ALL, 1_000_000));
        sent(store, "sent, a dataset", NotificationFilter.ofDataset("argo-bufr"));
        sent(store, "sent, by data_id", sent("", dataId));
        sent(store, "sent, deletions", sent("deletion", ""));
        time("audit", () -> store.archive().audit(AuditFilter.ALL, Window.newest(50)));
    }

    private static long oldest(SqlStore store) {
        return store.archive()
                .runs(RunFilter.ALL, Window.newerThan(1, 1))
                .runs()
                .getFirst()
                .id()
                .value();
    }

    private static void list(SqlStore store, String name, RunFilter filter) {
        time(name, () -> store.archive().runs(filter, Window.newest(50)));
    }

    private static void sent(SqlStore store, String name, NotificationFilter filter) {
        time(name, () -> store.outbox().published(filter, Window.newest(50)));
    }

    private static NotificationFilter sent(String rel, String text) {
        return new NotificationFilter(
                Optional.empty(),
                Optional.of(rel).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.of(text).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    private static RunFilter only(String dataset, String text) {
        RunFilter filter = RunFilter.ALL;
        filter = dataset.isEmpty() ? filter : filter.withDataset(dataset);
        filter = text.isEmpty() ? filter : filter.withText(text);
        return filter.isAll() ? filter.withStates(RunState.FAILED) : filter;
    }

    /// The fastest and the median of nine.
    private static void time(String name, Runnable question) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < 9; i++) {
            long begin = System.nanoTime();
            question.run();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        millis.sort(null);
        System.out.printf("%-22s %.2f / %.2f ms%n", name, millis.getFirst(), millis.get(4));
    }
}
