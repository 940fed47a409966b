package io.github.wis2chain.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A Mosquitto beside the node, with its usual limits but a queue long enough for the backlog.
final class MosquittoProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private MosquittoProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// The program, if it is installed.
    static Optional<Path> program() {
        return List.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts one that forgets everything when it ends.
    static MosquittoProcess start(Path program, Path folder)
            throws IOException, InterruptedException {
        return start(program, folder, Ports.free(), "persistence false");
    }

    /// Starts one that keeps sessions and messages in the folder, on a port that it can come back
    /// to.
    static MosquittoProcess persistent(Path program, Path folder, int port)
            throws IOException, InterruptedException {
        return start(
                program,
                folder,
                port,
                """
                persistence true
                persistence_location %s/
                user %s\
                """
                        .formatted(folder, System.getProperty("user.name")));
    }

    private static MosquittoProcess start(Path program, Path folder, int port, String persistence)
            throws IOException, InterruptedException {
        Path config = folder.resolve("mosquitto.conf");
        // Without TCP_NODELAY an acknowledgement waits for the producer's next event, and latencies
        // counted from it would be too good.
        Files.writeString(
                config,
                """
                listener %d 127.0.0.1
                allow_anonymous true
                %s
                max_queued_messages 0
                max_inflight_messages 1000
                set_tcp_nodelay true
                log_type none
                """
                        .formatted(port, persistence));
        Process process =
                new ProcessBuilder(program.toString(), "-c", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
        for (int i = 0; i < 500; i++) {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new MosquittoProcess(process, probe.getPort());
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("mosquitto did not open its port within 5 s");
    }

    Broker broker() {
        return new Broker("mosquitto", port, user -> user);
    }

    @Override
    public void close() {
        Processes.end(process, Duration.ofSeconds(10));
    }

    /// Finds ports that nobody listens on.
    static final class Ports {

        private Ports() {}

        static int free() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
