package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Publishes notifications that are ready to be sent through a running node.
@Command(
        name = "publish",
        description = {
            "Publishes notifications that are ready to be sent through a running node.",
            "The node judges each strictly, verifies its link, and sends it with its own id, byte"
                    + " by byte. The same again ends unchanged; other bytes under a used id are"
                    + " refused."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message publish notification.json --wait",
            "  wis2 message publish - --topic origin/a/wis2/CENTRE/metadata < notification.json"
        })
public final class MessagePublishCommand implements Callable<Integer> {

    private static final String MEDIA_TYPE = "application/geo+json";

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Mixin private WaitOptions wait = new WaitOptions();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description =
                    "Where they go (default: the topic of the dataset with their metadata_id, or"
                            + " that of their data_id).")
    private @Nullable String topic;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, the files of folders, or - for standard input.")
    private List<String> files = List.of();

    MessagePublishCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        List<Outgoing> notifications =
                Outgoing.read(files, terminal.in()).stream()
                        .map(notification -> notification.as(MEDIA_TYPE))
                        .toList();
        return new Handover(terminal, node, wait)
                .hand(
                        notifications,
                        "/api/v1/notifications",
                        topic == null ? Map.of() : Map.of("topic", topic));
    }
}
