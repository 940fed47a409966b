package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Shows all that is known of a run.
@Command(
        name = "show",
        description =
                "Says what is so with a run and what to do, and shows all that is known of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run show 0N3K5Q8R7T2WX",
            "  wis2 run show 0N3K5Q8R7T2WX --log",
            "  wis2 run show 0N3K5Q8R7T2WX --event > event.json"
        })
final class RunShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Option(
            names = "--event",
            description = "Print the event's bytes as they came in, nothing else.")
    private boolean event;

    @Option(
            names = "--log",
            description = "Print what the log says of it, every step of every attempt.")
    private boolean log;

    @Parameters(paramLabel = "RUN", description = "The run's id, 13 characters.")
    private String id = "";

    RunShowCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            if (log) {
                log(api);
                return ExitCode.DONE;
            }
            JsonNode run = api.get("/api/v1/runs/" + ApiClient.encoded(id));
            if (event) {
                byte[] bytes =
                        api.bytes("/api/v1/events/" + Answers.text(run, "event_id") + "/content");
                Bytes.print(bytes, terminal);
            } else if (node.json()) {
                terminal.out().println(run);
            } else {
                new RunText(run, terminal).print();
            }
            return ExitCode.DONE;
        }
    }

    private void log(ApiClient api) {
        String path = "/api/v1/runs/" + ApiClient.encoded(id) + "/log";
        if (node.json()) {
            terminal.out().println(api.get(path));
        } else {
            terminal.out().print(Printable.lines(api.text(path)));
        }
    }
}
