package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.concurrent.Callable;

/// Reports everything that is wrong with a configuration.
@Command(
        name = "check",
        description = "Reports everything that is wrong with a configuration; starts nothing.")
final class ConfigCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private ConfigOptions config;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    ConfigCheckCommand(Terminal terminal) {
        this.terminal = terminal;
        this.config = new ConfigOptions(terminal);
    }

    @Override
    public Integer call() {
        try {
            config.read();
            print(List.of());
            return ExitCode.DONE;
        } catch (InvalidSettings invalid) {
            print(invalid.problems());
            return ExitCode.NOT_CONFORMING;
        }
    }

    private void print(List<Problem> problems) {
        if (json) {
            var answer = JsonNodeFactory.instance.objectNode();
            answer.put("file", config.file().toString());
            answer.put("valid", problems.isEmpty());
            var array = answer.putArray("problems");
            for (Problem problem : problems) {
                array.addObject()
                        .put("place", problem.place())
                        .put("path", problem.path())
                        .put("text", problem.text());
            }
            terminal.out().println(answer);
            return;
        }
        problems.forEach(problem -> terminal.out().println(problem));
        terminal.err()
                .println(
                        problems.isEmpty()
                                ? "%s is valid.".formatted(config.file())
                                : ConfigOptions.summary(config.file(), problems.size()));
    }
}
