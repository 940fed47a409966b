package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.awaitility.Awaitility;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Debian's Mosquitto as a process of its own, with persistence, on a free port.
final class Mosquitto implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Path configuration;
    private Process process;

    private Mosquitto(Path folder, int port, Path configuration) throws IOException {
        this.folder = folder;
        this.port = port;
        this.configuration = configuration;
        this.process = launch();
    }

    /// A broker that lets everybody in.
    static Mosquitto open(Path folder, String... more) throws IOException {
        return start(
                folder, Stream.concat(Stream.of("allow_anonymous true"), Stream.of(more)).toList());
    }

    /// A broker with these lines in its configuration besides listener and persistence.
    ///
    /// Where Mosquitto is not installed the test is skipped, saying so; in CI it fails.
    static Mosquitto start(Path folder, List<String> more) throws IOException {
        executable("mosquitto");
        int port = freePort();
        Path home = Files.createDirectories(folder.resolve("mosquitto"));
        var lines = new ArrayList<String>();
        lines.add("persistence true");
        lines.add("persistence_location " + home + "/");
        lines.add("log_type all");
        lines.add("listener " + port + " 127.0.0.1");
        lines.addAll(more);
        // As root Mosquitto becomes another user, who could not read the folder.
        lines.add("user " + System.getProperty("user.name"));
        Path configuration = Files.write(home.resolve("mosquitto.conf"), lines);
        return new Mosquitto(home, port, configuration);
    }

    /// A password file that Mosquitto's own tool wrote.
    static Path passwords(Path folder, String... usersAndPasswords) throws IOException {
        Path file = folder.resolve("passwords");
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        for (int i = 0; i < usersAndPasswords.length; i += 2) {
            await(
                    new ProcessBuilder(
                                    executable("mosquitto_passwd"),
                                    "-b",
                                    file.toString(),
                                    usersAndPasswords[i],
                                    usersAndPasswords[i + 1])
                            .start());
        }
        return file;
    }

    int port() {
        return port;
    }

    String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    /// Everything that it has written about its clients and their packets.
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /// Stops it in order, so that it writes its sessions down.
    void stop() {
        process.destroy();
        await(process);
    }

    /// Kills it and what it has kept: sessions and messages are gone.
    void loseEverything() throws IOException {
        process.destroyForcibly();
        await(process);
        Files.deleteIfExists(folder.resolve("mosquitto.db"));
    }

    void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await(process);
    }

    private Process launch() throws IOException {
        Process started =
                new ProcessBuilder(executable("mosquitto"), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                        .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !started.isAlive() || answers());
        if (!started.isAlive()) {
            fail("Mosquitto did not start: %s", Files.readString(folder.resolve("log")));
        }
        return started;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String executable(String name) {
        var places =
                new ArrayList<String>(
                        Arrays.asList(System.getenv("PATH").split(File.pathSeparator)));
        places.add("/usr/sbin");
        for (String place : places) {
            Path file = Path.of(place, name);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            return fail("%s is not installed; CI must have it (Debian: mosquitto)", name);
        }
        return abort(name + " is not installed (Debian: mosquitto); this test needs it");
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                fail("%s did not end", process.info());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted", e);
        }
    }
}
