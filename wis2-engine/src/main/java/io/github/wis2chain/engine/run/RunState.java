package io.github.wis2chain.engine.run;

/// The states of a run.
///
/// ```
/// WAITING ⇄ RUNNING ─▶ SUCCEEDED | UNCHANGED
///    ▲         └─────▶ FAILED ─▶ DISCARDED
///    └── retry ───────────┘
/// ```
public enum RunState {
    /// Due now, or later after a temporary failure, or held because its source is paused.
    WAITING,
    /// A process works on it.
    RUNNING,
    /// Everything that it announces went out and was acknowledged.
    SUCCEEDED,
    /// There was nothing new to announce.
    UNCHANGED,
    /// It needs an operator.
    FAILED,
    /// An operator decided, with a reason, that it will not be repaired.
    DISCARDED;

    /// No process and no timer will change it by itself.
    public boolean isEnded() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case SUCCEEDED, UNCHANGED, FAILED, DISCARDED -> true;
        };
    }
}
