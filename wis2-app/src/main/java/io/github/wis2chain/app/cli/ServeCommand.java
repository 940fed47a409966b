package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.ConfigurationFile;
import io.github.wis2chain.app.settings.binding.ShownText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// Runs a node until it is told to stop.
@Command(
        name = "serve",
        description = "Runs a node until it is told to stop (Ctrl-C, SIGTERM).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 config show --sample > wis2.yaml",
            "  wis2 serve",
            "  wis2 serve --config /etc/wis2/wis2.yaml"
        })
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Terminal terminal;
    private final Programs programs;

    @Mixin private ConfigOptions config;

    ServeCommand(Terminal terminal, Programs programs) {
        this.terminal = terminal;
        this.programs = programs;
        this.config = new ConfigOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        ConfigurationFile.Read<Settings> read = config.readOrReport();
        Logs.apply(read.settings().log());
        LOG.info(
                "Settings of {}:\n{}", config.file(), ShownText.yaml(read.shown()).stripTrailing());
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        // A process that gets a signal ends with its hooks, so this one waits for the node's end.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    stop.countDown();
                                    awaitQuietly(stopped);
                                },
                                "stop"));
        try {
            Programs.Running node = programs.serve(read.settings());
            try {
                node.firstPassword().ifPresent(this::tell);
                stop.await();
            } finally {
                node.close();
            }
        } finally {
            stopped.countDown();
        }
        return ExitCode.DONE;
    }

    /// To whoever started the node and not to the log, which others read and which is kept.
    private void tell(String password) {
        terminal.err()
                .printf(
                        "This node had no accounts, so admin was made. Its password is shown this"
                                + " once: %s%nChange it with: wis2 user password admin%n",
                        password);
        terminal.err().flush();
    }

    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
