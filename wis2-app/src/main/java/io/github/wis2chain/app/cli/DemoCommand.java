package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Shows the whole chain at work, on this machine alone.
@Command(
        name = "demo",
        description = {
            "Shows the whole chain at work on this machine alone: a broker, a data file on a local "
                    + "server, an Argo event, and a subscriber in the place of the Global Broker. "
                    + "Then stays up for your own events until Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 demo",
            "  wis2 demo --once     # for scripts: status 0 only if all went well"
        })
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Programs programs;

    @Option(
            names = "--once",
            description = "End after the first notification; 0 only if it arrived and conforms.")
    private boolean once;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep the data there (default: a folder that is thrown away).")
    private @Nullable Path folder;

    @Option(
            names = "--free-ports",
            description = "Let the system choose the ports instead of 1883, 8081 and 8080.")
    private boolean freePorts;

    DemoCommand(Terminal terminal, Programs programs) {
        this.terminal = terminal;
        this.programs = programs;
    }

    @Override
    public Integer call() throws InterruptedException {
        return programs.demo(
                new Programs.Demo(once, Optional.ofNullable(folder), freePorts), terminal);
    }
}
