package io.github.wis2chain.app.cli;

/// What a command's exit status means to a script.
public final class ExitCode {

    /// Done; what was judged conforms.
    public static final int DONE = 0;

    /// What was judged does not conform, or a run failed.
    public static final int NOT_CONFORMING = 1;

    /// Wrong usage.
    public static final int USAGE = 2;

    /// It could not be decided: no node answers, a file cannot be read, time ran out.
    public static final int UNDECIDED = 3;

    private ExitCode() {}
}
