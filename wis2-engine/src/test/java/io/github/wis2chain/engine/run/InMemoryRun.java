package io.github.wis2chain.engine.run;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One run of the {@link InMemoryRunStore}, which guards it with its lock.
final class InMemoryRun {

    private final RunId id;
    private final Event event;
    private final Optional<RunId> parent;
    private final List<RunId> children = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private RunState state = RunState.WAITING;
    private Labels labels = Labels.NONE;
    private History history = History.EMPTY;
    private String summary = "Waits for its turn.";
    private boolean claimedBefore;
    private @Nullable String step;
    private @Nullable Failure failure;
    private @Nullable Instant dueAt;
    private Instant updatedAt;

    InMemoryRun(RunId id, Event event, Optional<RunId> parent, boolean held) {
        this.id = id;
        this.event = event;
        this.parent = parent;
        this.updatedAt = event.receivedAt();
        this.dueAt = held ? null : event.receivedAt();
    }

    RunId id() {
        return id;
    }

    Event event() {
        return event;
    }

    boolean isDue(Instant now) {
        return state == RunState.WAITING && dueAt != null && !dueAt.isAfter(now);
    }

    Claim claim(Set<String> heldDatasets) {
        var claim = new Claim(id, event, history, labels, claimedBefore, heldDatasets);
        claimedBefore = true;
        state = RunState.RUNNING;
        dueAt = null;
        return claim;
    }

    /// @param heldDatasets those that are paused now
    void end(Outcome outcome, Set<String> heldDatasets, Instant now) {
        history = outcome.history();
        labels = outcome.labels();
        updatedAt = now;
        switch (outcome) {
            case Outcome.Succeeded succeeded -> ended(RunState.SUCCEEDED, succeeded.summary());
            case Outcome.Unchanged unchanged -> ended(RunState.UNCHANGED, unchanged.summary());
            case Outcome.Failed failed -> {
                ended(RunState.FAILED, failed.failure().text());
                step = failed.step();
                failure = failed.failure();
            }
            case Outcome.Held held -> {
                ended(RunState.WAITING, held.summary());
                dueAt = heldDatasets.contains(held.dataset()) ? null : now;
            }
            case Outcome.Yielded later -> {
                ended(RunState.WAITING, later.summary());
                dueAt = later.at();
            }
            case Outcome.Later later -> {
                ended(RunState.WAITING, later.failure().text());
                step = later.step();
                failure = later.failure();
                dueAt = later.at();
            }
        }
    }

    void retry(Instant now) {
        require(
                state == RunState.FAILED || (state == RunState.WAITING && failure != null),
                "retried");
        ended(RunState.WAITING, "Waits for its turn.");
        history = history.forgiven();
        dueAt = now;
        updatedAt = now;
    }

    void discard(String reason, Instant now) {
        require(state == RunState.FAILED || state == RunState.WAITING, "discarded");
        @Nullable String reached = step;
        ended(RunState.DISCARDED, reason);
        step = reached;
        updatedAt = now;
    }

    void replacedBy(RunId child, Act act, Instant now) {
        require(state != RunState.RUNNING, "edited");
        if (state == RunState.FAILED || state == RunState.WAITING) {
            discard("Replaced by run %s.".formatted(child), now);
        }
        children.add(child);
        acts.add(act);
    }

    void hasten(Instant now) {
        if (state == RunState.WAITING && dueAt != null && dueAt.isAfter(now)) {
            dueAt = now;
        }
    }

    void letGo(Instant now) {
        if (state == RunState.WAITING && dueAt == null) {
            summary = "Waits for its turn.";
            dueAt = now;
        }
    }

    void remember(Act act) {
        acts.add(act);
    }

    RunSummary summary() {
        return new RunSummary(
                id,
                event.id(),
                parent,
                event.source(),
                state,
                labels,
                Optional.ofNullable(step),
                Optional.ofNullable(failure).map(Failure::code),
                Optional.ofNullable(failure).flatMap(Failure::culprit),
                summary,
                history.nextAttempt() - 1,
                event.receivedAt(),
                updatedAt,
                Optional.ofNullable(dueAt));
    }

    RunDetail detail() {
        return new RunDetail(
                summary(), event, history, Optional.ofNullable(failure), children, acts);
    }

    private void ended(RunState newState, String text) {
        state = newState;
        summary = text;
        step = null;
        failure = null;
        dueAt = null;
    }

    private void require(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalStateException(
                    "run [%s] is %s and cannot be %s"
                            .formatted(id, state.name().toLowerCase(Locale.ROOT), what));
        }
    }
}
