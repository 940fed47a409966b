package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Judges documents of one kind, and shows one side of what was found.
///
/// @param <H> who may be asked for what documents do not tell themselves
abstract class JudgeFiles<H> implements Callable<Integer> {

    private final View view;

    @Mixin private JudgeOptions options;

    JudgeFiles(Terminal terminal, View view) {
        this.view = view;
        this.options = new JudgeOptions(terminal);
    }

    JudgeOptions options() {
        return options;
    }

    /// The judge, as the options say.
    abstract Judge judge(Optional<H> help);

    @Override
    public Integer call() throws InterruptedException {
        return judgeAll(Optional.empty());
    }

    /// Judges every file.
    ///
    /// @return the exit code
    int judgeAll(Optional<H> help) throws InterruptedException {
        return options.judge(judge(help), view);
    }
}
