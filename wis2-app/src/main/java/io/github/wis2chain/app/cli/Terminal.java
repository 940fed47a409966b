package io.github.wis2chain.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a command reads and writes: results to `out`, remarks to `err`.
///
/// @param interactive a person sits in front of it and can answer
/// @param colour whether text may be coloured
/// @param environment the environment variables
public record Terminal(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        boolean colour,
        Map<String, String> environment) {

    /// The terminal of this process. Colour only for a person, and not with `NO_COLOR` set.
    // Java 25 gives null again where input or output is redirected (JDK-8351435).
    @SuppressWarnings("SystemConsoleNull")
    public static Terminal ofProcess() {
        var console = System.console();
        boolean interactive = console != null && console.isTerminal();
        Map<String, String> environment = System.getenv();
        boolean colour =
                interactive
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                interactive,
                colour,
                environment);
    }

    /// An environment variable that is set to something.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /// Asks a question; the answer is stripped and in lower case, empty at the end of the input.
    public String ask(String question) {
        err.print(question + " ");
        err.flush();
        return line().strip().toLowerCase(Locale.ROOT);
    }

    /// One line of the input without its end; empty at the end of the input.
    String line() {
        var line = new ByteArrayOutputStream();
        try {
            // Byte by byte, so that nothing that follows is lost for whoever reads next.
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.write(next);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /// The text as what a section is about.
    public String bold(String text) {
        return styled("1", text);
    }

    /// The text as what went well.
    public String good(String text) {
        return styled("32", text);
    }

    /// The text as what failed.
    public String bad(String text) {
        return styled("31", text);
    }

    /// The text as what deserves a look.
    public String warning(String text) {
        return styled("33", text);
    }

    /// The text as what matters least.
    public String faint(String text) {
        return styled("2", text);
    }

    private String styled(String code, String text) {
        return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
