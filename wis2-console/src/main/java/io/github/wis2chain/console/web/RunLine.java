package io.github.wis2chain.console.web;

import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;

import java.util.List;
import java.util.Locale;

/// A run in a table.
record RunLine(RunSummary run, StepStrip strip) {

    static RunLine of(RunSummary run, List<String> steps) {
        return new RunLine(run, StepStrip.of(run, steps));
    }

    static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    String id() {
        return run.id().toString();
    }

    String state() {
        return word(run.state());
    }

    /// What the run is about: the file it announces, the sender's id, or only our number.
    String name() {
        return run.labels()
                .dataId()
                .map(Text::lastSegment)
                .or(() -> run.labels().eventName())
                .orElse("event " + run.event());
    }

    /// The name in full.
    String title() {
        return run.labels().dataId().or(() -> run.labels().eventName()).orElse("");
    }

    /// How it ended, or why it waits, as short as a list needs it.
    String brief() {
        return Text.brief(run.summary());
    }

    /// It failed, or it waits because it failed.
    boolean canBeRetried() {
        return run.state() == RunState.FAILED
                || (run.state() == RunState.WAITING && run.cause().isPresent());
    }
}
