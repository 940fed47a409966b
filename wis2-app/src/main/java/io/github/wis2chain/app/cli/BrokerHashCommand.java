package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.people.PasswordHash;

import picocli.CommandLine.Command;

import java.util.Arrays;
import java.util.concurrent.Callable;

/// Makes the hash of a broker user's password, for the configuration.
@Command(
        name = "hash",
        description =
                "Reads a password, unseen from a person or one line from standard input, and prints"
                        + " its hash for the key password-hash.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 broker hash", "  pwgen -s 20 1 | tee password | wis2 broker hash"})
final class BrokerHashCommand implements Callable<Integer> {

    private final Terminal terminal;

    BrokerHashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        char[] password = new Passwords(terminal).read("Password: ");
        try {
            terminal.out().println(PasswordHash.of(password));
            return ExitCode.DONE;
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
