package io.github.wis2chain.bench;

import io.github.wis2chain.bench.LoadedNode.Cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// One node with one broker, loaded from outside.
final class Scenario {

    private final Path launcher;
    private final Events events;
    private final Report report;
    private final int backlog;

    Scenario(Path launcher, Events events, Report report, int backlog) {
        this.launcher = launcher;
        this.events = events;
        this.report = report;
        this.backlog = backlog;
    }

    /// Runs all measurements with the embedded broker, or with the one given.
    void run(String name, Optional<Broker> external) throws IOException, InterruptedException {
        try (var node = LoadedNode.start(launcher, events, external)) {
            report.note("log of %s: %s".formatted(name, node.log()));
            report.line(
                    name,
                    "start to ready",
                    "%.1f s".formatted(node.process().startedIn().toMillis() / 1000.0));
            // What the start left to do is done by then, and nothing is asked of the node.
            Thread.sleep(3000);
            report.line(name, "resident when idle", node.process().residentMegabytes() + " MB");
            measure(name, node);
            report.line(name, "most resident under load", node.process().peakMegabytes() + " MB");
            report.line(name, "notifications received twice", Long.toString(node.twice()));
        }
    }

    private void measure(String name, LoadedNode node) throws IOException, InterruptedException {
        // The first thousands meet cold code: they warm it, and are shown as what they are.
        flood(
                name,
                "first %d at full speed (cold)".formatted(backlog / 4),
                node.flood("cold", backlog / 4));
        Cost drained = node.drain("backlog", backlog);
        report.line(
                name,
                "backlog of %d drained".formatted(backlog),
                "%.0f events/s (%.0f µs of processor each)"
                        .formatted(drained.perSecond(), drained.microseconds()));
        flood(name, backlog + " at full speed", node.flood("flood", backlog));
        for (int rate : new int[] {50, 200}) {
            report.line(
                    name,
                    "latency at %d/s".formatted(rate),
                    node.steadily("at" + rate, rate * 20, rate).toString());
        }
    }

    /// Events come in as fast as they are acknowledged, while the chain works on them.
    private void flood(String name, String title, Cost cost) {
        report.line(
                name,
                title,
                "%.0f events/s to the last notification (acknowledged at %.0f/s; %.0f µs of processor each)"
                        .formatted(
                                cost.perSecond(),
                                cost.count() / cost.accepted(),
                                cost.microseconds()));
    }
}
