package io.github.wis2chain.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How a demonstration ends when it is told to.
class SignalTest {

    /// For a start on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir private Path folder;

    @Test
    void a_signal_ends_it_in_order_and_before_the_patience_of_the_process_ends() throws Exception {
        Process process = demonstration();
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            var up =
                    CompletableFuture.supplyAsync(
                            () -> output.lines().anyMatch(line -> line.contains("It stays up")));
            assertThat(up).succeedsWithin(PATIENCE).isEqualTo(true);
            process.destroy();

            // It closes within seconds; the process waits a minute for what does not.
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("data/broker/running")).doesNotExist();
            assertThat(folder).isNotEmptyDirectory();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private Process demonstration() throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx160m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.github.wis2chain.app.cli.Main",
                                "demo",
                                "--free-ports",
                                "--data-dir",
                                folder.toString()))
                .redirectErrorStream(true)
                .start();
    }
}
