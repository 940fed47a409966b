package io.github.wis2chain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One node with one broker, loaded from outside.
final class Scenario {

    private static final String EVENTS = "diffusion/files/bench/argo/bufr";
    private static final String NOTIFICATIONS = "origin/a/wis2/fr-ifremer-argo/#";

    private static final int CONSOLES = 10;

    /// How often the flood is sent without and with consoles.
    private static final int ROUNDS = 3;

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
        Path folder = Files.createTempDirectory("wis2-bench");
        int mqtt = MosquittoProcess.Ports.free();
        int api = MosquittoProcess.Ports.free();
        Broker broker = external.orElseGet(() -> new Broker("embedded", mqtt, user -> user));
        Path config = folder.resolve("wis2.yaml");
        Files.writeString(config, BenchConfig.text(folder.resolve("data"), api, mqtt, external));
        try (var node =
                NodeProcess.start(
                        List.of(launcher.toString(), "serve", "--config", config.toString()),
                        api,
                        folder.resolve("node.log"))) {
            report.line(
                    name,
                    "start to ready",
                    "%.1f s".formatted(node.startedIn().toMillis() / 1000.0));
            load(name, node, broker);
        } finally {
            report.note("log of %s: %s".formatted(name, folder.resolve("node.log")));
        }
    }

    private void load(String name, NodeProcess node, Broker broker)
            throws IOException, InterruptedException {
        try (var consumer = new Consumer(broker, "wis2-argo-ro", NOTIFICATIONS);
                var producer = new Producer(broker, EVENTS)) {
            // What the start left to do is done by then, and nothing is asked of the node.
            Thread.sleep(3000);
            report.line(name, "resident when idle", node.residentMegabytes() + " MB");
            // The first thousands meet cold code: they warm it, and are shown as what they are.
            long total =
                    measureFlood(
                            name,
                            "first " + backlog / 4 + " at full speed (cold)",
                            node,
                            producer,
                            consumer,
                            "cold",
                            backlog / 4,
                            0);
            total = measureDrain(name, node, producer, consumer, total);
            total =
                    measureFlood(
                            name,
                            backlog + " at full speed",
                            node,
                            producer,
                            consumer,
                            "flood",
                            backlog,
                            total);
            total = measureConsoles(name, node, producer, consumer, total);
            for (int rate : new int[] {50, 200}) {
                int count = rate * 20;
                producer.steadily(events, "at" + rate, count, rate);
                total += count;
                consumer.await(total);
                report.line(
                        name,
                        "latency at %d/s".formatted(rate),
                        Percentiles.of(
                                        only("at" + rate, producer.acknowledged()),
                                        consumer.arrived())
                                .toString());
            }
            report.line(name, "most resident under load", node.peakMegabytes() + " MB");
            report.line(
                    name,
                    "notifications received twice",
                    Long.toString(consumer.received() - total));
        }
    }

    /// The same flood without and with people who look at it, by turns, because a machine is now
    /// quicker and now slower.
    private long measureConsoles(
            String name, NodeProcess node, Producer producer, Consumer consumer, long before)
            throws IOException, InterruptedException {
        long total = before;
        double without = 0;
        double with = 0;
        long pages = 0;
        Consoles.warm(node);
        for (int i = 0; i < ROUNDS; i++) {
            without += flood(producer, consumer, "alone" + i, backlog / 2, total);
            total += backlog / 2;
            try (var consoles = Consoles.open(node, CONSOLES)) {
                with += flood(producer, consumer, "watched" + i, backlog / 2, total);
                total += backlog / 2;
                pages += consoles.pages();
            }
        }
        int count = ROUNDS * (backlog / 2);
        report.line(
                name,
                "%d at full speed, %d consoles".formatted(count, CONSOLES),
                "%.0f events/s, %.0f without them (%+.1f %%; %d pages were asked for again)"
                        .formatted(
                                count / with, count / without, (without / with - 1) * 100, pages));
        return total;
    }

    /// Seconds from the first event to the last notification.
    private double flood(
            Producer producer, Consumer consumer, String series, int count, long before)
            throws InterruptedException {
        long start = System.nanoTime();
        producer.flood(events, series, count);
        consumer.await(before + count);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<String, Long> only(String series, Map<String, Long> all) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(series + "-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Events come in as fast as they are acknowledged, while the chain works on them.
    private long measureFlood(
            String name,
            String title,
            NodeProcess node,
            Producer producer,
            Consumer consumer,
            String series,
            int count,
            long before)
            throws InterruptedException {
        double cpu = node.cpuSeconds();
        long start = System.nanoTime();
        producer.flood(events, series, count);
        double accepted = (System.nanoTime() - start) / 1e9;
        consumer.await(before + count);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.line(
                name,
                title,
                "%.0f events/s to the last notification (acknowledged at %.0f/s; %.0f µs of processor each)"
                        .formatted(
                                count / seconds,
                                count / accepted,
                                (node.cpuSeconds() - cpu) * 1e6 / count));
        return before + count;
    }

    /// The source is paused, a backlog gathers, the source goes on.
    private long measureDrain(
            String name, NodeProcess node, Producer producer, Consumer consumer, long before)
            throws IOException, InterruptedException {
        node.post("/api/v1/sources/files/pause");
        producer.flood(events, "backlog", backlog);
        // Acknowledged to the producer is not yet queued for the node: the broker has a moment for
        // it.
        Thread.sleep(1000);
        double cpu = node.cpuSeconds();
        long start = System.nanoTime();
        node.post("/api/v1/sources/files/resume");
        consumer.await(before + backlog);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.line(
                name,
                "backlog of %d drained".formatted(backlog),
                "%.0f events/s (%.0f µs of processor each)"
                        .formatted(backlog / seconds, (node.cpuSeconds() - cpu) * 1e6 / backlog));
        return before + backlog;
    }
}
