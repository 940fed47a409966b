package io.github.wis2chain.app.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Types a command and gives what it printed.
public final class Typed {

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean interactive;
    private Programs programs = new NodePrograms();

    /// What a command left behind.
    public record Result(int code, String out, String err) {}

    public Typed with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// A person sits there and will type this.
    public Typed answering(String lines) {
        interactive = true;
        return input(lines);
    }

    public Typed input(String text) {
        input = text;
        return this;
    }

    public Typed with(Programs others) {
        programs = others;
        return this;
    }

    public Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal =
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        interactive,
                        false,
                        environment);
        int code = new CommandLineRunner(terminal, programs).run(arguments);
        return new Result(code, out.toString(), err.toString());
    }
}
