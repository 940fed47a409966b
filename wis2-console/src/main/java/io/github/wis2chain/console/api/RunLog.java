package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.StepRecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the log would say of one run: every step of every attempt, with its remarks, and what people
/// did, oldest first.
record RunLog(String runId, String state, List<Line> lines) {

    /// One sentence.
    ///
    /// @param level `info`, `warning` or `fault`
    /// @param attempt from 1; none for what is not an attempt's
    record Line(
            Instant at,
            String level,
            Optional<Integer> attempt,
            Optional<String> step,
            String text) {

        private String text(String run) {
            return "%s %-7s Run %s%s%s: %s%n"
                    .formatted(
                            at,
                            level,
                            run,
                            step.map(name -> ", step " + name).orElse(""),
                            attempt.map(number -> ", attempt " + number).orElse(""),
                            Call.printable(text, 4000));
        }
    }

    static RunLog of(RunDetail run) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                whole(
                        run.summary().receivedAt(),
                        "info",
                        "Received from source %s by %s %s, %d bytes."
                                .formatted(
                                        run.event().source(),
                                        run.event().origin().transport(),
                                        run.event().origin().sender(),
                                        run.event().payload().size())));
        run.history().steps().forEach(step -> lines.addAll(of(step)));
        run.acts().forEach(act -> lines.add(of(act)));
        // Stable, so that the remarks of a step stay before its end.
        lines.sort(Comparator.comparing(Line::at));
        lines.add(whole(run.summary().updatedAt(), levelOf(run), Explanation.of(run)));
        return new RunLog(run.summary().id().toString(), RunRow.word(run.summary().state()), lines);
    }

    /// One line each, as a log has them.
    String text() {
        var all = new StringBuilder();
        lines.forEach(line -> all.append(line.text(runId)));
        return all.toString();
    }

    private static List<Line> of(StepRecord step) {
        Instant end = step.startedAt().plus(step.took());
        List<Line> lines = new ArrayList<>();
        for (Remark remark : step.remarks()) {
            lines.add(
                    new Line(
                            end,
                            RemarkView.of(remark).level(),
                            Optional.of(step.attempt()),
                            Optional.of(step.step()),
                            said(remark)));
        }
        lines.add(
                new Line(
                        end,
                        step.failure()
                                .map(failure -> failure.temporary() ? "warning" : "fault")
                                .orElse("info"),
                        Optional.of(step.attempt()),
                        Optional.of(step.step()),
                        step.failure()
                                .map(failure -> failed(step, failure))
                                .orElseGet(() -> "Done after %s.".formatted(took(step)))));
        return lines;
    }

    private static String failed(StepRecord step, Failure failure) {
        return "Failed after %s, %s: %s %s"
                .formatted(took(step), failure.code(), failure.text(), failure.remedy());
    }

    private static String took(StepRecord step) {
        return "%.1f ms".formatted(step.took().toNanos() / 1e6);
    }

    private static String said(Remark remark) {
        return "%s%s (%s)%s"
                .formatted(
                        remark.place().isEmpty() ? "" : "At " + remark.place() + ": ",
                        remark.text(),
                        remark.rule(),
                        remark.fix().map(fix -> " Write " + fix + " instead.").orElse(""));
    }

    private static Line of(Act act) {
        return whole(
                act.at(),
                "info",
                act.text().isEmpty()
                        ? "%s did %s.".formatted(act.who(), act.kind())
                        : "%s did %s: %s".formatted(act.who(), act.kind(), act.text()));
    }

    private static Line whole(Instant at, String level, String text) {
        return new Line(at, level, Optional.empty(), Optional.empty(), text);
    }

    private static String levelOf(RunDetail run) {
        return switch (run.summary().state()) {
            case SUCCEEDED, UNCHANGED, DISCARDED, RUNNING -> "info";
            case WAITING -> run.failure().isPresent() ? "warning" : "info";
            case FAILED -> "fault";
        };
    }
}
