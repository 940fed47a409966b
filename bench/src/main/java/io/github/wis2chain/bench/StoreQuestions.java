package io.github.wis2chain.bench;

import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;

/// What the console and people ask a store, and how long each question takes.
record StoreQuestions(SqlStore store) {

    /// Asks all of them, and prints what each took.
    void ask() {
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
        list("failed of a dataset", failed.withDataset("argo-bufr"));
        list("failed of a source", failed.withSource(new SourceName("bench")));
        list("of a cause", cause);
        list("of a culprit", cause.withCulprit("data7.example.org"));
        list("of an absent dataset", RunFilter.ALL.withDataset("none"));
        list("waiting", RunFilter.ALL.withStates(RunState.WAITING));
        list("waiting or failed", failed.withStates(RunState.WAITING, RunState.FAILED));
        list("discarded", failed.withStates(RunState.DISCARDED));
        list("of the last hour", RunFilter.ALL.since(Instant.now().minusSeconds(3600)));
        var middle = Window.newerThan(oldest(), 50);
        time("towards the present", () -> store.archive().runs(RunFilter.ALL, middle));
        time("count failed", () -> store.archive().count(failed, 10_000));
        time(
                "count of a dataset",
                () -> store.archive().count(cause.withDataset("argo-bufr"), 10_000));
        time("count all", () -> store.archive().count(RunFilter.ALL, 1_000_000));
        sent("sent, a dataset", NotificationFilter.ofDataset("argo-bufr"));
        sent("sent, by data_id", sent("", dataId));
        sent("sent, deletions", sent("deletion", ""));
        time("audit", () -> store.archive().audit(AuditFilter.ALL, Window.newest(50)));
    }

    private long oldest() {
        return store.archive()
                .runs(RunFilter.ALL, Window.newerThan(1, 1))
                .runs()
                .getFirst()
                .id()
                .value();
    }

    private void list(String name, RunFilter filter) {
        time(name, () -> store.archive().runs(filter, Window.newest(50)));
    }

    private void sent(String name, NotificationFilter filter) {
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
