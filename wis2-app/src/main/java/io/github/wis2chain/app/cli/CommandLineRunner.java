package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.List;

/// Reads a command line and runs the command in a terminal.
final class CommandLineRunner {

    /// Room for every example on one line. A narrower terminal breaks it on the screen only, so that
    /// it can still be copied.
    static final int HELP_WIDTH = 100;

    private final Terminal terminal;
    private final Programs programs;

    CommandLineRunner(Terminal terminal, Programs programs) {
        this.terminal = terminal;
        this.programs = programs;
    }

    /// Runs a command; every failure becomes a sentence on standard error.
    ///
    /// @return one of {@link ExitCode}
    int run(String... arguments) {
        int code = commandLine().execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    CommandLine commandLine() {
        var wis2 = new CommandLine(new Wis2(), new Factory(terminal, programs));
        return wis2.setParameterExceptionHandler(
                        new UnknownCommand(wis2.getParameterExceptionHandler()))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedSubcommandsAllowed(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler((failure, _, _) ->
                        switch (failure) {
                            case CommandFailure known -> say(known.exitCode(), known.getMessage());
                            case UncheckedIOException io ->
                                    say(ExitCode.UNDECIDED, String.valueOf(io.getMessage()));
                            default -> throw failure;
                        });
    }

    private int say(int exitCode, @Nullable String sentence) {
        terminal.err().println("wis2: " + Printable.lines(String.valueOf(sentence)));
        return exitCode;
    }

    /// Makes commands, which take what they need by the constructor.
    private record Factory(Terminal terminal, Programs programs) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                // Those in packages below this one are private to them.
                constructor.setAccessible(true);
                List<Class<?>> parameters = List.of(constructor.getParameterTypes());
                if (parameters.equals(List.of(Terminal.class))) {
                    return type.cast(constructor.newInstance(terminal));
                }
                if (parameters.equals(List.of(Terminal.class, Programs.class))) {
                    return type.cast(constructor.newInstance(terminal, programs));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
