package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.run.Payload;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Corrects the event of a run and runs it anew.
@Command(
        name = "edit",
        description = {
            "Opens the event of a run in your editor, checks it, shows the difference, and makes a"
                    + " new run of it, linked to the old one.",
            "JSON is laid out for reading; nothing but white space changes by that. What was"
                    + " published by hand is shown as it is, because its very bytes count."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run edit 0N3K5Q8R7T2WX",
            "  wis2 run show 0N3K5Q8R7T2WX --event > event.json  # correct it",
            "  wis2 run edit 0N3K5Q8R7T2WX --file event.json --yes --wait"
        })
final class RunEditCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Mixin private WaitOptions wait = new WaitOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The corrected event, instead of editing; - for standard input.")
    private @Nullable String file;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--force", description = "Send it even though it would fail again.")
    private boolean force;

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private String id = "";

    RunEditCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = node.client()) {
            JsonNode run = api.get("/api/v1/runs/" + ApiClient.encoded(id));
            byte[] before =
                    api.bytes("/api/v1/events/" + Answers.text(run, "event_id") + "/content");
            requireWhole(run, before);
            return file == null ? edit(api, run, before) : replace(api, run, before, file);
        }
    }

    private int replace(ApiClient api, JsonNode run, byte[] before, String name) {
        byte[] after = Outgoing.read(List.of(name), terminal.in()).getFirst().content().bytes();
        JsonNode check = check(api, run, after);
        return submit(api, run, before, after, check);
    }

    private int edit(ApiClient api, JsonNode run, byte[] before) throws IOException {
        byte[] shown = isByHand(run) ? before : readable(before);
        Path copy = Editor.file(Answers.text(run, "id"), ".json");
        byte[] after = shown;
        while (true) {
            after = Files.readAllBytes(new Editor(terminal).edit(copy, after));
            if (Arrays.equals(after, shown)) {
                Files.delete(copy);
                terminal.err().println("Nothing was changed; no new run was made.");
                return ExitCode.DONE;
            }
            JsonNode check = check(api, run, after);
            if (!isGood(check) && !force && terminal.interactive() && againWanted()) {
                continue;
            }
            int code = submit(api, run, before, after, check);
            if (code == ExitCode.DONE) {
                Files.delete(copy);
            } else {
                terminal.err().println("Your text is in " + copy + ".");
            }
            return code;
        }
    }

    private boolean againWanted() {
        return !terminal.ask("Edit again? [Y/n]").startsWith("n");
    }

    private JsonNode check(ApiClient api, JsonNode run, byte[] event) {
        JsonNode check =
                api.post(
                        "/api/v1/events/check",
                        Map.of("run", Answers.text(run, "id")),
                        corrected(event));
        for (JsonNode remark : check.path("remarks")) {
            terminal.err().println(Answers.remark(remark, terminal));
        }
        return check;
    }

    private int submit(ApiClient api, JsonNode run, byte[] before, byte[] after, JsonNode check) {
        if (!isGood(check) && !force) {
            terminal.err()
                    .println(
                            "The event would fail again, so no new run was made; --force makes it"
                                    + " all the same.");
            return ExitCode.NOT_CONFORMING;
        }
        difference(before, after).forEach(terminal.err()::println);
        if (!yes && terminal.interactive() && !terminal.ask("Run it? [y/N]").startsWith("y")) {
            terminal.err().println("No new run was made.");
            return ExitCode.UNDECIDED;
        }
        JsonNode edited =
                api.post(
                        "/api/v1/runs/" + Answers.text(run, "id") + "/edit",
                        force ? Map.of("force", "true") : Map.of(),
                        corrected(after));
        return report(api, edited);
    }

    private int report(ApiClient api, JsonNode edited) {
        String child = Answers.text(edited, "run_id");
        if (!wait.waits()) {
            terminal.out().println(node.json() ? edited.toString() : "Run " + child + " was made.");
            return ExitCode.DONE;
        }
        JsonNode ended;
        try {
            ended = new RunWatch(api, wait.patience()).ended(child);
        } catch (CommandFailure gone) {
            terminal.err().printf("Run %s was made; how it ends is not known.%n", child);
            throw gone;
        }
        new RunActions(terminal, node).print(ended, "Run %s was made.".formatted(child));
        return RunWatch.exitCode(ended);
    }

    private List<String> difference(byte[] before, byte[] after) {
        var from = Bytes.text(readable(before));
        var to = Bytes.text(readable(after));
        return from.isPresent() && to.isPresent()
                ? Difference.of(from.get(), to.get(), terminal)
                : List.of(
                        "The event is not text; %d bytes became %d."
                                .formatted(before.length, after.length));
    }

    /// JSON laid out, anything else as it is.
    private static byte[] readable(byte[] event) {
        return Bytes.text(event)
                .flatMap(JsonIndent::of)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElse(event);
    }

    private static void requireWhole(JsonNode run, byte[] event) {
        String whole = run.path("event").path("properties").path("whole-size").asString("");
        if (!whole.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "of this event only the first %d of %s bytes were kept; send a smaller one with `wis2 event send`"
                            .formatted(event.length, whole));
        }
    }

    private static boolean isGood(JsonNode check) {
        return check.path("conforms").asBoolean(false);
    }

    /// The bytes alone: what came with the old event, its media type too, the node has and keeps.
    private static ApiClient.Body corrected(byte[] event) {
        return new ApiClient.Body(Optional.empty(), Payload.of(event));
    }

    private static boolean isByHand(JsonNode run) {
        return run.path("event").path("properties").has("kind");
    }
}
