package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Shows what keeps runs from ending.
@Command(
        name = "causes",
        description = "Shows what keeps runs from ending, those with the same reason together.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run causes",
            "  wis2 run retry --cause LINK_STATUS --culprit data.example.org --dry-run"
        })
final class RunCausesCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    RunCausesCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode causes = api.get("/api/v1/causes");
            if (node.json()) {
                terminal.out().println(causes);
            } else if (causes.path("items").isEmpty()) {
                terminal.err().println("No run has failed, and none waits because it failed.");
            } else {
                causes.path("items").forEach(this::print);
            }
            return ExitCode.DONE;
        }
    }

    private void print(JsonNode group) {
        terminal.out()
                .printf(
                        "%s%s in %s, dataset %s, source %s%n",
                        terminal.bad(Answers.text(group, "cause")),
                        or(group, "culprit", "", " (%s)"),
                        Answers.text(group, "step"),
                        or(group, "dataset", "-", "%s"),
                        Answers.text(group, "source"));
        terminal.out()
                .printf(
                        "  %d failed, %d waiting, since %s, last %s; for example run %s%n",
                        group.path("failed").asLong(),
                        group.path("waiting").asLong(),
                        Answers.time(group, "since"),
                        Answers.time(group, "latest"),
                        Answers.text(group, "sample_id"));
        terminal.out()
                .printf("  %s %s%n", Answers.text(group, "summary"), Answers.text(group, "remedy"));
    }

    private static String or(JsonNode group, String member, String without, String form) {
        String text = Answers.text(group, member);
        return text.isEmpty() ? without : form.formatted(text);
    }
}
