package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunDetail;

import java.util.List;

/// What an operator can do to a run. The store has the last word.
public final class Actions {

    static final String PUBLISH = "publish";
    static final String RETRY = "retry";
    static final String EDIT = "edit";
    static final String DISCARD = "discard";
    static final String NOTE = "note";

    private Actions() {}

    public static List<String> on(RunDetail run) {
        return switch (run.summary().state()) {
            case WAITING ->
                    run.failure().isPresent()
                            ? List.of(RETRY, EDIT, DISCARD, NOTE)
                            : List.of(EDIT, DISCARD, NOTE);
            case FAILED -> List.of(RETRY, EDIT, DISCARD, NOTE);
            case RUNNING -> List.of(NOTE);
            case SUCCEEDED, UNCHANGED, DISCARDED -> List.of(EDIT, NOTE);
        };
    }
}
