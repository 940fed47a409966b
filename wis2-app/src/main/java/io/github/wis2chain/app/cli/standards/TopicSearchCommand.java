package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.json.JsonWriter;
import io.github.wis2chain.standards.topics.TermStatus;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Finds topics and centres by a part of their name.
@Command(
        name = "search",
        description = {
            "Finds the paths of the disciplines, and the centres, that contain a word.",
            "Ends with 1 if there is none."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 topic search sea-ice", "  wis2 topic search ifremer"})
final class TopicSearchCommand implements Callable<Integer> {

    private static final String ABOVE_CENTRES = "origin/a/wis2";

    private final Terminal terminal;

    @Option(names = "--json", description = "Print a line of JSON.")
    private boolean json;

    @Mixin private BundleOptions bundle;

    @Parameters(paramLabel = "WORD", description = "A part of a name, in any case.")
    private String word = "";

    TopicSearchCommand(Terminal terminal) {
        this.terminal = terminal;
        this.bundle = new BundleOptions(terminal);
    }

    @Override
    public Integer call() {
        TopicHierarchy hierarchy = bundle.hierarchy();
        String wanted = word.toLowerCase(Locale.ROOT);
        List<String> centres =
                hierarchy.children(ABOVE_CENTRES).stream()
                        .filter(centre -> centre.contains(wanted))
                        .toList();
        List<String> paths = hierarchy.search(word).toList();
        if (json) {
            ObjectNode line = JsonWriter.object();
            line.put("word", word);
            centres.forEach(line.putArray("centres")::add);
            paths.forEach(line.putArray("paths")::add);
            terminal.out().println(JsonWriter.text(line));
        } else {
            centres.forEach(
                    centre -> terminal.out().println(centre + terminal.faint("  (centre-id)")));
            paths.forEach(path -> terminal.out().println(path + status(path, hierarchy)));
        }
        return centres.isEmpty() && paths.isEmpty() ? ExitCode.NOT_CONFORMING : ExitCode.DONE;
    }

    private String status(String path, TopicHierarchy hierarchy) {
        return hierarchy
                .status(path)
                .filter(status -> status != TermStatus.OPERATIONAL)
                .map(status -> "  (" + status.name().toLowerCase(Locale.ROOT) + ")")
                .map(terminal::faint)
                .orElse("");
    }
}
