package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.StartFailure;
import io.github.wis2chain.app.demo.Demonstration;
import io.github.wis2chain.app.settings.LogSettings;
import io.github.wis2chain.app.settings.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The programs of this build.
final class NodePrograms implements Programs {

    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    @Override
    public Running serve(Settings settings) {
        try {
            return new Served(Application.start(settings, InstantSource.system()));
        } catch (StartFailure failure) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED, String.valueOf(failure.getMessage()), failure);
        }
    }

    @Override
    public int demo(Demo options, Terminal terminal) throws InterruptedException {
        var ended = new CountDownLatch(1);
        try {
            return demo(options, terminal, ended);
        } finally {
            ended.countDown();
        }
    }

    private static int demo(Demo options, Terminal terminal, CountDownLatch ended)
            throws InterruptedException {
        Logs.apply(new LogSettings(LogSettings.Level.WARN, LogSettings.Format.TEXT));
        try {
            if (options.folder().isPresent()) {
                return show(options.folder().get(), options, terminal, ended);
            }
            Path folder = Files.createTempDirectory("wis2-demo");
            try {
                return show(folder, options, terminal, ended);
            } finally {
                delete(folder);
            }
        } catch (StartFailure failure) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED, String.valueOf(failure.getMessage()), failure);
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "The demonstration cannot use its folder: %s.".formatted(failure.getMessage()),
                    failure);
        }
    }

    private record Served(Application node) implements Running {

        @Override
        public Optional<String> firstPassword() {
            return node.firstPassword();
        }

        @Override
        public void close() {
            node.close();
        }
    }

    private static int show(Path folder, Demo options, Terminal terminal, CountDownLatch ended)
            throws IOException, InterruptedException {
        try (var demonstration = Demonstration.start(folder, options.freePorts(), terminal.out())) {
            boolean conforms = demonstration.showOneEvent();
            if (options.once()) {
                return conforms ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
            }
            stayUp(demonstration, ended);
            return ExitCode.DONE;
        }
    }

    /// A signal interrupts this thread and waits until it has closed everything in order; not for its end,
    /// which waits for the end of the process itself.
    private static void stayUp(Demonstration demonstration, CountDownLatch ended) {
        Thread here = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    here.interrupt();
                                    try {
                                        var _ =
                                                ended.await(
                                                        LONGEST_END.toSeconds(), TimeUnit.SECONDS);
                                    } catch (InterruptedException impatient) {
                                        Thread.currentThread().interrupt();
                                    }
                                },
                                "stop"));
        try {
            demonstration.stayUp();
        } catch (InterruptedException asked) {
            // The interruption was the request to end, which is now fulfilled.
            return;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
