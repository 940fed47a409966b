package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Printable;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonWriter;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Lists the terms that may follow a topic.
@Command(
        name = "list",
        description = {
            "Lists the terms that may follow a topic; without PARENT, the channels.",
            "Ends with 1 if the hierarchy has no such topic."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 topic list",
            "  wis2 topic list origin/a/wis2",
            "  wis2 topic list origin/a/wis2/fr-ifremer-argo/data/core/ocean"
        })
final class TopicListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--json", description = "Print a line of JSON.")
    private boolean json;

    @Mixin private BundleOptions bundle;

    @Parameters(
            paramLabel = "PARENT",
            arity = "0..1",
            defaultValue = "",
            description = "The levels so far; / stands for the root.")
    private String parent = "";

    TopicListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.bundle = new BundleOptions(terminal);
    }

    @Override
    public Integer call() {
        TopicHierarchy hierarchy = bundle.hierarchy();
        String prefix = parent.endsWith("/") ? parent.substring(0, parent.length() - 1) : parent;
        List<String> children = hierarchy.children(prefix);
        Optional<Finding> fault = children.isEmpty() ? fault(prefix, hierarchy) : Optional.empty();
        if (json) {
            ObjectNode line = JsonWriter.object();
            line.put("parent", prefix);
            line.put("valid", fault.isEmpty());
            children.forEach(line.putArray("children")::add);
            terminal.out().println(JsonWriter.text(line));
        } else {
            children.forEach(terminal.out()::println);
            if (children.isEmpty() && fault.isEmpty()) {
                terminal.err().println("Nothing follows " + Printable.of(prefix) + ".");
            }
        }
        fault.ifPresent(found -> terminal.err().println("wis2: " + Printable.of(sentence(found))));
        return fault.isPresent() ? ExitCode.NOT_CONFORMING : ExitCode.DONE;
    }

    /// What is wrong with a prefix; nothing if it is a leaf.
    private static Optional<Finding> fault(String prefix, TopicHierarchy hierarchy) {
        return hierarchy.validateSubscription(prefix + "/#").findings(Verdict.FAILED).stream()
                .findFirst();
    }

    private static String sentence(Finding finding) {
        return finding.message()
                + finding.fix()
                        .map(fix -> fix.endsWith("/#") ? fix.substring(0, fix.length() - 2) : fix)
                        .map("; did you mean %s?"::formatted)
                        .orElse("");
    }
}
