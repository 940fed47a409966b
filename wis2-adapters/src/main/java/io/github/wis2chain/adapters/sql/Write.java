package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.JournalUnavailable;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/// Something to be written, with the promise to whoever waits for it. The journal's thread settles
/// it while the transaction is open, and keeps the promise after the commit.
abstract sealed class Write<T>
        permits WriteEvent,
                WriteNotifications,
                WriteAcknowledgement,
                WriteUnanswered,
                WriteOutcome,
                WriteClaims,
                WriteAct {

    private final CompletableFuture<T> promise = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable refusal;

    CompletableFuture<T> promise() {
        return promise;
    }

    /// A write that is somebody's only hope is tried until it succeeds or the store closes; the
    /// others fail when the database is unavailable, and whoever asked keeps what they have.
    abstract boolean mustSucceed();

    /// What the promise will be kept with, if the transaction commits.
    void settle(T value) {
        result = value;
        refusal = null;
    }

    /// The write is not done, for a reason of its own; the transaction goes on without it.
    void refuse(Throwable reason) {
        refusal = reason;
    }

    /// The transaction was rolled back.
    void unsettle() {
        result = null;
        refusal = null;
    }

    /// The transaction is durable.
    void keepPromise() {
        if (refusal != null) {
            promise.completeExceptionally(refusal);
        } else if (result != null) {
            promise.complete(result);
        } else {
            promise.completeExceptionally(
                    new IllegalStateException("%s was not settled".formatted(this)));
        }
    }

    void breakPromise(Throwable reason) {
        promise.completeExceptionally(reason);
    }

    void unavailable(Throwable cause) {
        breakPromise(
                new JournalUnavailable(
                        "The journal cannot be written (%s)".formatted(cause.getMessage()), cause));
    }
}
