package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One attempt of one step, as the history keeps it.
///
/// @param attempt from 1; a new attempt begins with every retry of the run
public record StepRecord(
        String step,
        int attempt,
        Instant startedAt,
        Duration took,
        Optional<Failure> failure,
        List<Remark> remarks) {

    public StepRecord {
        remarks = List.copyOf(remarks);
    }
}
