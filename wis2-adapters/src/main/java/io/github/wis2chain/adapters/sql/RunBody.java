package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.History;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.StepRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a run has found out and been through, as it is stored once its first attempt has ended.
record RunBody(String summary, Labels labels, Optional<Failure> failure, History history) {

    static final RunBody NONE = new RunBody("", Labels.NONE, Optional.empty(), History.EMPTY);

    /// Form 1 had no culprits.
    private static final int VERSION = 2;

    static RunBody of(Outcome outcome) {
        String summary =
                switch (outcome) {
                    case Outcome.Succeeded succeeded -> succeeded.summary();
                    case Outcome.Unchanged unchanged -> unchanged.summary();
                    case Outcome.Failed failed -> failed.failure().text();
                    // It is told for as long as the dataset is paused, which only the queue knows.
                    case Outcome.Held _ -> "";
                    case Outcome.Yielded later -> later.summary();
                    case Outcome.Later later -> later.failure().text();
                };
        Optional<Failure> failure =
                switch (outcome) {
                    case Outcome.Succeeded _,
                            Outcome.Unchanged _,
                            Outcome.Held _,
                            Outcome.Yielded _ ->
                            Optional.empty();
                    case Outcome.Failed failed -> Optional.of(failed.failure());
                    case Outcome.Later later -> Optional.of(later.failure());
                };
        return new RunBody(summary, outcome.labels(), failure, outcome.history());
    }

    /// As it goes back to work: nothing is wrong with it for now.
    RunBody forgiven() {
        return new RunBody("", labels, Optional.empty(), history.forgiven());
    }

    byte[] packed(Press press) {
        var out = new PackedOutput();
        out.number(VERSION).text(failure.isPresent() ? "" : summary);
        out.text(labels.dataset()).text(labels.eventName()).text(labels.dataId());
        failure(out, failure);
        Instant begin =
                history.steps().isEmpty() ? Instant.EPOCH : history.steps().getFirst().startedAt();
        out.number(history.tries()).instant(begin);
        out.each(history.steps(), step -> step(out, begin, step));
        return press.press(out.toBytes());
    }

    static RunBody unpacked(Press press, byte[] packed) {
        var in = new PackedInput(press.unpress(packed));
        long version = in.number();
        Versions.check("run", version, VERSION);
        String summary = in.text();
        var labels = new Labels(in.optionalText(), in.optionalText(), in.optionalText());
        Optional<Failure> failure = failure(in, version);
        int tries = in.count();
        Instant begin = in.instant();
        var history = new History(tries, in.each(() -> step(in, begin, version)));
        return new RunBody(failure.map(Failure::text).orElse(summary), labels, failure, history);
    }

    private static void step(PackedOutput out, Instant begin, StepRecord step) {
        out.text(step.step()).number(step.attempt());
        out.signed(micros(Duration.between(begin, step.startedAt())));
        out.signed(micros(step.took()));
        failure(out, step.failure());
        out.each(step.remarks(), remark -> remark(out, remark));
    }

    private static StepRecord step(PackedInput in, Instant begin, long version) {
        String name = in.text();
        int attempt = in.count();
        Instant startedAt = begin.plusNanos(in.signed() * 1_000);
        Duration took = Duration.ofNanos(in.signed() * 1_000);
        return new StepRecord(
                name, attempt, startedAt, took, failure(in, version), in.each(() -> remark(in)));
    }

    private static long micros(Duration duration) {
        return Math.floorDiv(duration.toNanos(), 1_000L);
    }

    private static void failure(PackedOutput out, Optional<Failure> failure) {
        out.flag(failure.isPresent());
        failure.ifPresent(why ->
                out.text(why.code())
                        .flag(why.temporary())
                        .text(why.text())
                        .text(why.remedy())
                        .text(why.culprit()));
    }

    private static Optional<Failure> failure(PackedInput in, long version) {
        return in.flag()
                ? Optional.of(
                        new Failure(
                                in.text(),
                                in.flag(),
                                in.text(),
                                in.text(),
                                version < 2 ? Optional.empty() : in.optionalText()))
                : Optional.empty();
    }

    private static void remark(PackedOutput out, Remark remark) {
        int level =
                switch (remark.level()) {
                    case INFO -> 0;
                    case WARNING -> 1;
                    case FAULT -> 2;
                };
        out.number(level).text(remark.rule()).text(remark.place());
        out.text(remark.text()).text(remark.fix());
    }

    private static Remark remark(PackedInput in) {
        Remark.Level level =
                switch (in.count()) {
                    case 0 -> Remark.Level.INFO;
                    case 1 -> Remark.Level.WARNING;
                    default -> Remark.Level.FAULT;
                };
        return new Remark(level, in.text(), in.text(), in.text(), in.optionalText());
    }
}
