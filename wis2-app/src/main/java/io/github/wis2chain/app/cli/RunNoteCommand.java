package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// Adds a note to runs.
@Command(
        name = "note",
        description = "Adds a note to runs, for colleagues to read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run note 0N3K5Q8R7T2WX \"asked Coriolis for the file\"",
            "  wis2 run note --cause LINK_STATUS --dry-run \"asked Coriolis for the files\"",
            "  wis2 run note --cause LINK_STATUS --yes \"asked Coriolis for the files\""
        })
final class RunNoteCommand implements Callable<Integer> {

    /// What an id looks like: the first digit stays for centuries.
    private static final Pattern RUN = Pattern.compile("0[0-9A-Za-z]{12}");

    private final Terminal terminal;
    private final RunActions actions;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node;

    @Mixin private BulkOptions many = new BulkOptions();

    @Parameters(
            paramLabel = "RUN... TEXT",
            hideParamSyntax = true,
            arity = "1..*",
            description = "Ids of runs, or none if the options choose them; last the note.")
    private List<String> words = List.of();

    RunNoteCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
        this.actions = new RunActions(terminal, node);
    }

    @Override
    public Integer call() {
        List<String> ids = words.subList(0, words.size() - 1);
        var note = Optional.of(Map.entry("text", text()));
        if (many.together(ids, spec)) {
            return new BulkRuns(terminal, node, many).perform(ids, "note", "given the note", note);
        }
        try (ApiClient api = node.client()) {
            return actions.each(
                    ids,
                    id -> {
                        var run = actions.post(api, id, "notes", note);
                        actions.print(run, "The note was added to run %s.".formatted(id));
                        return ExitCode.DONE;
                    });
        }
    }

    /// A forgotten text must not make a note of the last run's id.
    private String text() {
        String last = words.getLast();
        if (RUN.matcher(last).matches()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "the note is missing: its text comes last, behind the ids of runs");
        }
        return last;
    }
}
