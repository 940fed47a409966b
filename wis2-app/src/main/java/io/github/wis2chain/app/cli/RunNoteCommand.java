package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class RunNoteCommand extends RunAct {

    /// What an id looks like: the first digit stays for centuries.
    private static final Pattern RUN = Pattern.compile("0[0-9A-Za-z]{12}");

    @Parameters(
            paramLabel = "RUN... TEXT",
            hideParamSyntax = true,
            arity = "1..*",
            description = "Ids of runs, or none if the options choose them; last the note.")
    private List<String> words = List.of();

    RunNoteCommand(Terminal terminal) {
        super(terminal, "note", "given the note");
    }

    @Override
    public Integer call() {
        List<String> ids = words.subList(0, words.size() - 1);
        var note = Optional.of(Map.entry("text", text()));
        return act(
                ids,
                note,
                (api, id) -> {
                    var run = actions().post(api, id, "notes", note);
                    actions().print(run, "The note was added to run %s.".formatted(id));
                    return ExitCode.DONE;
                });
    }

    /// A forgotten text must not make a note of the last run's id.
    private String text() {
        String last = words.getLast();
        if (RUN.matcher(last).matches()) {
            throw wrongUse("the note is missing: its text comes last, behind the ids of runs");
        }
        return last;
    }
}
