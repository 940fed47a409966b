package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.Bundle;
import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.adapters.bundle.OfficialSchema;
import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/// Which files to judge, by whose rules, and how to say it.
final class JudgeOptions {

    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(
            names = "--json",
            description =
                    "Print a line of JSON for each file, with findings, tests and indicators.")
    private boolean json;

    @Mixin private BundleOptions bundle;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, folders with all that is in them, or - for standard input.")
    private List<String> files = List.of();

    JudgeOptions(Terminal terminal) {
        this.terminal = terminal;
        this.bundle = new BundleOptions(terminal);
    }

    /// The official schema of that name, if it was fetched.
    Optional<OfficialSchema> schema(String name) {
        try {
            Optional<Bundle> current = bundle.folder().current();
            return current.isEmpty() ? Optional.empty() : current.get().schema(name);
        } catch (BundleFault fault) {
            throw new CommandFailure(ExitCode.UNDECIDED, String.valueOf(fault.getMessage()), fault);
        }
    }

    /// The topic hierarchy inside, with the centres of the official list, if it was fetched.
    TopicHierarchy hierarchy() {
        return bundle.hierarchy();
    }

    Profile profile() {
        return profile.profile();
    }

    /// Judges every file and prints what was found.
    ///
    /// @return the exit code
    int judge(Judge judge, View view) throws InterruptedException {
        JudgedPrinter printer = json ? new JudgedJson(terminal) : new JudgedText(terminal, view);
        var tally = new Tally();
        new Documents(
                        terminal.in(),
                        document -> {
                            Judged judged = judge.judge(document);
                            tally.add(judged.exitCode());
                            printer.print(judged);
                        })
                .read(files);
        if (tally.count() == 0) {
            terminal.err().println("wis2: there is no file in " + String.join(", ", files));
        } else if (!json && tally.count() > 1) {
            terminal.out().println(tally.sentence("conforms", "conform"));
        }
        return tally.exitCode();
    }
}
