package io.github.wis2chain.adapters.sql;

import java.time.Duration;
import java.time.Instant;

/// How far a look through all rows of a table, in the order of their keys, has come. It is taken a
/// portion at a time, and begins anew after an hour, but never before it has come to its end: on a
/// node that is always busy, which has time for few portions, what lies far behind has its turn too.
///
/// @param <K> a key
/// @param behind the last key that was looked at
/// @param begun when this look began
/// @param ended whether it has come to the end
record Pass<K>(K behind, Instant begun, boolean ended) {

    /// From one beginning to the next, if that is time enough.
    private static final Duration EVERY = Duration.ofHours(1);

    /// One that begins at once.
    static <K> Pass<K> before(K first) {
        return new Pass<>(first, Instant.MIN, true);
    }

    /// This one, or the next if that is due; also when the clock was set back.
    ///
    /// @param first a key before all others
    Pass<K> at(Instant now, K first) {
        boolean longAgo = now.isBefore(begun) || begun.isBefore(now.minus(EVERY));
        return ended && longAgo ? new Pass<>(first, now, false) : this;
    }

    /// This one after a portion; what becomes old behind its end is still looked at.
    Pass<K> on(K to, boolean atEnd) {
        return new Pass<>(to, begun, ended || atEnd);
    }
}
