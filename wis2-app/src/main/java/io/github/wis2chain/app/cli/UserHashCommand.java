package io.github.wis2chain.app.cli;

import io.github.wis2chain.adapters.broker.PasswordHash;

import picocli.CommandLine.Command;

import java.io.Console;
import java.util.Arrays;
import java.util.concurrent.Callable;

/// Makes the hash of a password, for the configuration.
@Command(
        name = "hash",
        description =
                "Reads a password, unseen from a person or one line from standard input, and prints"
                        + " its hash for the key password-hash.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user hash", "  pwgen -s 20 1 | tee password | wis2 user hash"})
final class UserHashCommand implements Callable<Integer> {

    private final Terminal terminal;

    UserHashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        char[] password = password();
        try {
            terminal.out().println(PasswordHash.of(password));
            return ExitCode.DONE;
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    // Java 25 gives null again where input or output is redirected (JDK-8351435).
    @SuppressWarnings("SystemConsoleNull")
    private char[] password() {
        Console console = terminal.interactive() ? System.console() : null;
        if (console == null) {
            return terminal.line().toCharArray();
        }
        char[] typed = console.readPassword("Password: ");
        return typed == null ? new char[0] : typed;
    }
}
