package io.github.wis2chain.app.cli;

import io.github.wis2chain.standards.topics.Nearest;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says that there is no such command, and which was meant. Any other wrong usage is told as usual.
final class UnknownCommand implements IParameterExceptionHandler {

    private final IParameterExceptionHandler usual;

    UnknownCommand(IParameterExceptionHandler usual) {
        this.usual = usual;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) throws Exception {
        Optional<String> unknown = unknown(wrong);
        if (unknown.isEmpty()) {
            return usual.handleParseException(wrong, arguments);
        }
        CommandLine above = wrong.getCommandLine();
        above.getErr().println("wis2: " + sentence(unknown.get(), above));
        return ExitCode.USAGE;
    }

    /// What stands where a command is expected.
    private static Optional<String> unknown(ParameterException wrong) {
        CommandLine above = wrong.getCommandLine();
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || above.getSubcommands().isEmpty()) {
            return Optional.empty();
        }
        return unmatched.getUnmatched().stream()
                .findFirst()
                .filter(argument -> !argument.startsWith("-"));
    }

    private static String sentence(String unknown, CommandLine above) {
        String program = above.getCommandSpec().root().name();
        String path = above.getCommandSpec().qualifiedName();
        String before = path.substring(program.length()).strip();
        String meant =
                Nearest.to(unknown, commands(above))
                        .map(nearest -> "`%s %s` is probably meant. ".formatted(path, nearest))
                        .orElse("");
        return "There is no command [%s]. %s`%s --help` lists those that there are."
                .formatted(Printable.of((before + " " + unknown).strip()), meant, path);
    }

    private static List<String> commands(CommandLine above) {
        return above.getSubcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }
}
