package io.github.wis2chain.engine.run;

/// A kind of failure: one constant of one documented enum, the same in log, API and manual.
public interface Cause {

    /// The code, such as `DATA_SIZE_MISMATCH`.
    String code();

    /// What the operator can do about it, one sentence.
    String remedy();
}
