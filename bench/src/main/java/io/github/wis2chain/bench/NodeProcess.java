package io.github.wis2chain.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A node in a process of its own, started by the launcher as an operator would start it.
final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final String api;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Duration startedIn;

    private NodeProcess(Process process, String api, long started)
            throws IOException, InterruptedException {
        this.process = process;
        this.api = api;
        awaitReady(started);
        this.startedIn = Duration.ofNanos(System.nanoTime() - started);
    }

    /// Starts a node with the command given, and returns when it is ready.
    ///
    /// @throws IllegalStateException if it ends, or is not ready within a minute
    static NodeProcess start(List<String> command, int apiPort, Path log)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new NodeProcess(process, "http://127.0.0.1:" + apiPort, started);
    }

    /// From the start of the process to its readiness.
    Duration startedIn() {
        return startedIn;
    }

    /// Resident memory now, in megabytes (Linux).
    long residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /// The most memory that was ever resident, in megabytes (Linux).
    long peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    /// Processor time used so far, in seconds.
    double cpuSeconds() {
        return process.toHandle().info().totalCpuDuration().map(Duration::toMillis).orElse(0L)
                / 1000.0;
    }

    void post(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        request(path).POST(HttpRequest.BodyPublishers.noBody()).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    "POST %s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    /// The body of the answer to a GET.
    String get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /// The lines of an answer that does not end by itself; to be closed.
    Stream<String> lines(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + BenchConfig.TOKEN);
    }

    /// Ends the process at once, with nothing written after this moment (SIGKILL).
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitReady(long started) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + "/readyz")).build();
        while (true) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the node ended; see its log", notYet);
                }
            }
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("the node was not ready within " + PATIENCE);
            }
            Thread.sleep(10);
        }
    }

    private long status(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        Processes.end(process, Duration.ofSeconds(30));
        client.close();
    }
}
