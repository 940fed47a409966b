package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Printable;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.JsonWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Judges topics and filters by the topic hierarchy.
@Command(
        name = "validate",
        description = {
            "Judges topics and filters by the topic hierarchy, and tells what was meant.",
            "Without --publication they are for subscribing. Then --strict takes no wildcards;"
                    + " --lenient takes them, and centres that are not in the list. With neither,"
                    + " wildcards are taken and the centre must be known; the reference profile"
                    + " takes both then, as the official tool does with --no-strict."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 topic validate --publication origin/a/wis2/fr-ifremer-argo/metadata",
            "  wis2 topic validate 'cache/a/wis2/+/data/core/weather/#'",
            "  wis2 topic validate --profile reference --json - < topics.txt"
        })
final class TopicValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private ProfileOption profile = new ProfileOption();

    @ArgGroup private Strictness strictness = new Strictness();

    @Option(names = "--publication", description = "A notification is to be published on them.")
    private boolean publication;

    @Option(names = "--json", description = "Print a line of JSON for each topic.")
    private boolean json;

    @Mixin private BundleOptions bundle;

    @Parameters(
            paramLabel = "TOPIC",
            arity = "1..*",
            description = "Topics and filters, or - for one on each line of standard input.")
    private List<String> topics = List.of();

    TopicValidateCommand(Terminal terminal) {
        this.terminal = terminal;
        this.bundle = new BundleOptions(terminal);
    }

    /// How closely to look.
    static final class Strictness {

        @Option(names = "--strict", description = "Take no wildcards, and known centres only.")
        private boolean strict;

        @Option(
                names = {"--lenient", "--no-strict"},
                description = "Take wildcards, and centres not in the list.")
        private boolean lenient;
    }

    @Override
    public Integer call() {
        if (publication && strictness.lenient && profile.profile() == Profile.REFERENCE) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "the official tool is always strict about publication; leave --lenient out");
        }
        var judge =
                new TopicJudge(
                        bundle.hierarchy(),
                        profile.profile(),
                        publication,
                        strictness.strict,
                        strictness.lenient);
        var tally = new Tally();
        for (String topic : topics) {
            if (topic.equals("-")) {
                var lines =
                        new BufferedReader(
                                new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
                try {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        judge(line, judge, tally);
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            } else {
                judge(topic, judge, tally);
            }
        }
        return tally.exitCode();
    }

    private void judge(String topic, TopicJudge judge, Tally tally) {
        Report report = judge.judge(topic);
        tally.add(report.conforms() ? 0 : 1);
        if (json) {
            printJson(topic, report);
        } else {
            print(topic, report);
        }
    }

    private void printJson(String topic, Report report) {
        ObjectNode line = JsonWriter.object();
        line.put("topic", topic);
        line.put("valid", report.conforms());
        line.put(
                "message",
                report.findings().stream()
                        .map(TopicValidateCommand::sentence)
                        .collect(Collectors.joining(" ")));
        report.findings().stream()
                .flatMap(finding -> finding.fix().stream())
                .findFirst()
                .ifPresent(fix -> line.put("fix", fix));
        line.put("profile", JudgedJson.name(report.profile()));
        terminal.out().println(JsonWriter.text(line));
    }

    private void print(String topic, Report report) {
        terminal.out()
                .println(
                        "%s: %s"
                                .formatted(
                                        terminal.bold(Printable.of(topic)),
                                        report.conforms()
                                                ? terminal.good("valid")
                                                : terminal.bad("not valid")));
        for (Finding finding : report.findings()) {
            terminal.out().println("  " + Printable.of(sentence(finding)));
        }
    }

    private static String sentence(Finding finding) {
        String message = finding.message();
        // Of a filter the message already tells which level was meant.
        String question =
                message.contains("did you mean") ? " Write %s instead." : " Did you mean %s?";
        return Character.toUpperCase(message.charAt(0))
                + message.substring(1)
                + "."
                + finding.fix().map(question::formatted).orElse("");
    }
}
