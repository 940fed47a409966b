package io.github.wis2chain.engine.request;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Remembers requests by their keys, over a restart too, for as long as it is set to.
///
/// That a request was begun is durable before it is done, and its answer is durable after it was
/// done. So no end of the node, wherever it strikes, lets the same request be done twice unasked.
/// Safe for any thread.
public interface RequestMemory {

    /// After so long a request that was begun and not answered counts as unfinished, where it may be
    /// another node that works on it; none takes that long. Where nobody else can, it does from the
    /// next start.
    Duration LONGEST_WORK = Duration.ofMinutes(5);

    /// Begins a request, unless it was begun before.
    ///
    /// @param repeatable an unfinished one is begun again
    /// @return durable where it is {@link Standing.Begun}; fails with
    ///     {@link io.github.wis2chain.engine.run.JournalUnavailable}
    CompletableFuture<Standing> begin(RequestKey key, RequestDigest request, boolean repeatable);

    /// Keeps the answer to a request that was begun. Tried until it succeeds or the node ends.
    CompletableFuture<Void> answered(RequestKey key, KeptAnswer answer);

    /// Forgets a request that was begun and came to nothing: it may be sent again. Tried until it
    /// succeeds or the node ends.
    CompletableFuture<Void> forget(RequestKey key);
}
