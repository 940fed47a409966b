package io.github.wis2chain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A node with one broker and those who use it: one who sends events and one who receives
/// notifications.
final class LoadedNode implements AutoCloseable {

    private static final String EVENTS = "diffusion/files/bench/argo/bufr";
    private static final String NOTIFICATIONS = "origin/a/wis2/fr-ifremer-argo/#";

    private final Path log;
    private final Events events;
    private final NodeProcess process;
    private final Producer producer;
    private final Consumer consumer;
    private long sent;

    private LoadedNode(Path log, Events events, NodeProcess process, Broker broker) {
        this.log = log;
        this.events = events;
        this.process = process;
        this.consumer = new Consumer(broker, "wis2-argo-ro", NOTIFICATIONS);
        this.producer = new Producer(broker, EVENTS);
    }

    /// Starts a node with the embedded broker, or with the one given, and returns when it is ready.
    static LoadedNode start(Path launcher, Events events, Optional<Broker> external)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wis2-bench");
        int mqtt = MosquittoProcess.Ports.free();
        int api = MosquittoProcess.Ports.free();
        Path config = folder.resolve("wis2.yaml");
        Files.writeString(config, BenchConfig.text(folder.resolve("data"), api, mqtt, external));
        Path log = folder.resolve("node.log");
        var process =
                NodeProcess.start(
                        List.of(launcher.toString(), "serve", "--config", config.toString()),
                        api,
                        log);
        try {
            return new LoadedNode(
                    log,
                    events,
                    process,
                    external.orElseGet(() -> new Broker("embedded", mqtt, user -> user)));
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
    }

    NodeProcess process() {
        return process;
    }

    Path log() {
        return log;
    }

    /// Sends so many events as fast as they are acknowledged, and waits for their notifications.
    Cost flood(String series, int count) throws InterruptedException {
        double cpu = process.cpuSeconds();
        long start = System.nanoTime();
        producer.flood(events, series, count);
        sent += count;
        double accepted = secondsSince(start);
        consumer.await(sent);
        return new Cost(count, secondsSince(start), accepted, process.cpuSeconds() - cpu);
    }

    /// The source is paused, a backlog gathers, the source goes on.
    Cost drain(String series, int count) throws IOException, InterruptedException {
        process.post("/api/v1/sources/files/pause");
        producer.flood(events, series, count);
        sent += count;
        // Acknowledged to the producer is not yet queued for the node: the broker has a moment for
        // it.
        Thread.sleep(1000);
        double cpu = process.cpuSeconds();
        long start = System.nanoTime();
        process.post("/api/v1/sources/files/resume");
        consumer.await(sent);
        double seconds = secondsSince(start);
        return new Cost(count, seconds, seconds, process.cpuSeconds() - cpu);
    }

    /// Sends so many events a second, and takes the time from each one's acknowledgement to its
    /// notification.
    Percentiles steadily(String series, int count, int perSecond) throws InterruptedException {
        producer.steadily(events, series, count, perSecond);
        sent += count;
        consumer.await(sent);
        return Percentiles.of(only(series, producer.acknowledged()), consumer.arrived());
    }

    /// How many notifications were received more than once.
    long twice() {
        return consumer.received() - sent;
    }

    @Override
    public void close() {
        try (process;
                consumer) {
            producer.close();
        }
    }

    private static Map<String, Long> only(String series, Map<String, Long> all) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(series + "-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /// What it took.
    ///
    /// @param seconds from the first event to the last notification
    /// @param accepted seconds until the last event was acknowledged
    /// @param processor seconds that the node's process used
    record Cost(int count, double seconds, double accepted, double processor) {

        double perSecond() {
            return count / seconds;
        }

        /// Microseconds of processor for an event.
        double microseconds() {
            return processor * 1e6 / count;
        }

        Cost plus(Cost other) {
            return new Cost(
                    count + other.count,
                    seconds + other.seconds,
                    accepted + other.accepted,
                    processor + other.processor);
        }
    }
}
