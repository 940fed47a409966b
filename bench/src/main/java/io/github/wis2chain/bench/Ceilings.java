package io.github.wis2chain.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// What this machine can do at best of each thing that the chain does for an event.
final class Ceilings {

    private static final Duration LENGTH = Duration.ofSeconds(4);

    private Ceilings() {}

    /// Appends of 2 kB, each forced to disk, per second.
    static double fsyncs(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocate(2048);
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < LENGTH.toNanos()) {
                channel.write(block.rewind());
                channel.force(false);
                count++;
            }
            return perSecond(count, start);
        } finally {
            Files.delete(file);
        }
    }

    /// GETs of the 1 kB file per second, 64 at a time, server and client in this process.
    static double gets(DataServer server) throws InterruptedException {
        var done = new AtomicLong();
        var slots = new Semaphore(64);
        long start = System.nanoTime();
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var request = HttpRequest.newBuilder(URI.create(server.base() + "/ceiling")).build();
            while (System.nanoTime() - start < LENGTH.toNanos()) {
                slots.acquire();
                threads.execute(() -> {
                    try {
                        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                        done.incrementAndGet();
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    } finally {
                        slots.release();
                    }
                });
            }
            slots.acquire(64);
            return perSecond(done.get(), start);
        }
    }

    /// Messages of 1.7 kB per second from one publisher to one subscriber at QoS 1, no chain
    /// between them.
    static double relay(Broker broker, Events events, int count) throws InterruptedException {
        try (var consumer = new Consumer(broker, "prod-files-ro", "diffusion/files/ceiling");
                var producer = new Producer(broker, "diffusion/files/ceiling")) {
            long start = System.nanoTime();
            producer.flood(events, "relay", count);
            consumer.await(count);
            return perSecond(count, start);
        }
    }

    private static double perSecond(long count, long start) {
        return count * 1e9 / (System.nanoTime() - start);
    }
}
