package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.chain.Submission;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;

/// What the commands have in common that hand a discovery record to a node.
final class RecordHandover {

    private static final String MEDIA_TYPE = "application/geo+json";

    private final Terminal terminal;

    @Mixin private NodeOnlyOptions node;

    @Mixin private WaitOptions wait = new WaitOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "Where everybody finds the record: http or https.")
    private String url = "";

    @Parameters(
            paramLabel = "FILE",
            description = "The record, byte by byte as it is behind the URL; - for standard input.")
    private String file = "";

    RecordHandover(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOnlyOptions(terminal);
    }

    /// Hands the record over and gives the exit code.
    int hand(Submission.Intent intent) {
        List<Outgoing> records =
                Outgoing.read(List.of(file), terminal.in()).stream()
                        .map(record -> record.as(MEDIA_TYPE))
                        .toList();
        if (records.size() != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s has %d records; one is required, because each has a URL of its own"
                            .formatted(file, records.size()));
        }
        return new Handover(terminal, node, wait)
                .hand(records, "/api/v1/records", Map.of("intent", intent.word(), "url", url));
    }
}
