package io.github.wis2chain.console.web;

import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.StepRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a run as a row of marks, the grid that one reads at a glance.
record StepStrip(List<Cell> cells) {

    StepStrip {
        cells = List.copyOf(cells);
    }

    /// From what a list knows of a run: the steps before the one that failed have passed.
    static StepStrip of(RunSummary run, List<String> steps) {
        return of(run, run.step(), steps);
    }

    /// From all that is known of a run: of one that was discarded, where it failed too.
    static StepStrip of(RunDetail run, List<String> steps) {
        Optional<String> failed =
                run.history().steps().reversed().stream()
                        .filter(step -> step.failure().isPresent())
                        .map(StepRecord::step)
                        .findFirst();
        return of(run.summary(), run.summary().step().or(() -> failed), steps);
    }

    private static StepStrip of(RunSummary run, Optional<String> step, List<String> steps) {
        int failed = step.map(steps::indexOf).orElse(-1);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            cells.add(new Cell(steps.get(i), markOf(run, i, failed)));
        }
        return new StepStrip(cells);
    }

    /// In words, for those who do not see it.
    String words() {
        return String.join(
                ", ", cells.stream().map(cell -> cell.step() + " " + cell.mark().word).toList());
    }

    private static Mark markOf(RunSummary run, int step, int failed) {
        return switch (run.state()) {
            case SUCCEEDED -> Mark.PASSED;
            case UNCHANGED -> step < 2 ? Mark.PASSED : Mark.SKIPPED;
            case RUNNING, WAITING, FAILED, DISCARDED -> {
                if (failed < 0) {
                    yield run.state() == RunState.RUNNING && step == 0
                            ? Mark.RUNNING
                            : Mark.NOT_REACHED;
                }
                yield step < failed
                        ? Mark.PASSED
                        : step > failed ? Mark.NOT_REACHED : atFault(run.state());
            }
        };
    }

    private static Mark atFault(RunState state) {
        return switch (state) {
            case RUNNING -> Mark.RUNNING;
            case WAITING -> Mark.WAITING;
            case FAILED -> Mark.FAILED;
            case DISCARDED -> Mark.GIVEN_UP;
            case SUCCEEDED, UNCHANGED -> Mark.PASSED;
        };
    }

    /// One step.
    record Cell(String step, Mark mark) {}

    /// What became of a step; each has a shape of its own.
    enum Mark {
        PASSED("passed", "ok"),
        SKIPPED("not needed", "sk"),
        WAITING("waits to be tried again", "wt"),
        RUNNING("at work", "rn"),
        FAILED("failed", "no"),
        GIVEN_UP("given up", "gu"),
        NOT_REACHED("not reached", "nr");

        final String word;
        final String css;

        Mark(String word, String css) {
            this.word = word;
            this.css = css;
        }
    }
}
