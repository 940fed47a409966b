package io.github.wis2chain.engine.run;

import org.slf4j.MDC;

import java.util.Optional;

/// Puts what a thread works on beside every line that it logs, for logs that are read by machines:
/// `run`, `source`, `dataset` once it is known, and `step`.
final class LogFields implements AutoCloseable {

    private static final String RUN = "run";
    private static final String SOURCE = "source";
    private static final String DATASET = "dataset";
    private static final String STEP = "step";

    private LogFields(Claim claim) {
        MDC.put(RUN, claim.run().toString());
        MDC.put(SOURCE, claim.event().source().value());
        dataset(claim.labels().dataset());
    }

    /// From now on, for this thread, until closed.
    static LogFields of(Claim claim) {
        return new LogFields(claim);
    }

    void dataset(Optional<String> dataset) {
        dataset.ifPresent(name -> MDC.put(DATASET, name));
    }

    void step(String name) {
        MDC.put(STEP, name);
    }

    @Override
    public void close() {
        MDC.remove(RUN);
        MDC.remove(SOURCE);
        MDC.remove(DATASET);
        MDC.remove(STEP);
    }
}
