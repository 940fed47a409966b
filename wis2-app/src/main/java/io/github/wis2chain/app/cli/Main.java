package io.github.wis2chain.app.cli;

/// The program.
public final class Main {

    private Main() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(new CommandLineRunner(Terminal.ofProcess(), new NodePrograms()).run(arguments));
    }
}
