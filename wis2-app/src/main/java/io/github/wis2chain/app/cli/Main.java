package io.github.wis2chain.app.cli;

import java.util.Locale;

/// The program.
public final class Main {

    private Main() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        // Before anything else: what is written is read by machines, and text for people is
        // English.
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLineRunner(Terminal.ofProcess(), new NodePrograms()).run(arguments));
    }
}
