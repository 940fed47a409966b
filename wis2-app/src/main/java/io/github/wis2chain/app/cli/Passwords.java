package io.github.wis2chain.app.cli;

import java.io.Console;

/// Asks for passwords: unseen from a person, one line of standard input from a script. Never an
/// option: command lines are seen by every user of the machine.
final class Passwords {

    private final Terminal terminal;

    Passwords(Terminal terminal) {
        this.terminal = terminal;
    }

    // Java 25 gives null again where input or output is redirected (JDK-8351435).
    @SuppressWarnings("SystemConsoleNull")
    char[] read(String question) {
        Console console = terminal.interactive() ? System.console() : null;
        if (console == null) {
            return terminal.line().toCharArray();
        }
        char[] typed = console.readPassword(question);
        return typed == null ? new char[0] : typed;
    }
}
