package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Hands events in: files with events as they are, or an event made for a data file.
@Command(
        name = "send",
        description = {
            "Hands events in: each FILE as it is, each file of a folder, or standard input for -.",
            "With --data, makes the event for a data file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 event send event.json --wait",
            "  wis2 event send events/ --source argo-files",
            "  wis2 event send --data IOPX01.BU \\",
            "      --href https://data.example.org/bufr/IOPX01.BU \\",
            "      --subject diffusion/files/coriolis/argo/bufr --point 21.06,-36.3 \\",
            "      --time 2024-11-09T21:08:00Z"
        })
final class EventSendCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node;

    @Mixin private WaitOptions wait = new WaitOptions();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "http",
            description = "The source that the events count as (default: ${DEFAULT-VALUE}).")
    private String source = "http";

    @Option(names = "--dry-run", description = "Print the events instead of sending them.")
    private boolean dryRun;

    @ArgGroup(exclusive = false, heading = "%nAn event made for a data file:%n")
    private @Nullable DataFile dataFile;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files, folders, or -.")
    private List<String> files = List.of();

    EventSendCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        if (files.isEmpty() == (dataFile == null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "give either files with events, or --data with --href");
        }
        List<Outgoing> events =
                dataFile == null ? Outgoing.read(files, terminal.in()) : List.of(dataFile.event());
        if (dryRun) {
            events.forEach(event -> Bytes.print(event.content().bytes(), terminal));
            return ExitCode.DONE;
        }
        return new Handover(terminal, node, wait)
                .hand(events, "/api/v1/events", Map.of("source", source));
    }
}
