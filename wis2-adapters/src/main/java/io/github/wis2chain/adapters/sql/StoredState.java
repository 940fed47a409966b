package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.RunState;

/// The states as they are stored. Whether a waiting run is being worked on is in db-scheduler's
/// table.
enum StoredState {
    WAITING(0, RunState.WAITING),
    SUCCEEDED(1, RunState.SUCCEEDED),
    UNCHANGED(2, RunState.UNCHANGED),
    FAILED(3, RunState.FAILED),
    DISCARDED(4, RunState.DISCARDED);

    private final int code;
    private final RunState state;

    StoredState(int code, RunState state) {
        this.code = code;
        this.state = state;
    }

    /// The number in column `state` of table `run`.
    int code() {
        return code;
    }

    /// The state, of a run that nobody works on.
    RunState state() {
        return state;
    }

    /// The name of its column in the ledger.
    String column() {
        return switch (this) {
            case WAITING -> "waiting";
            case SUCCEEDED -> "succeeded";
            case UNCHANGED -> "unchanged";
            case FAILED -> "failed";
            case DISCARDED -> "discarded";
        };
    }

    static StoredState of(int code) {
        for (StoredState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalStateException("a stored run has the unknown state [%d]".formatted(code));
    }
}
