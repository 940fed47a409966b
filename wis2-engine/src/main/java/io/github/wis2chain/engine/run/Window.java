package io.github.wis2chain.engine.run;

import java.util.OptionalLong;

/// The part of a list to look at. Lists are in the order of their entries' numbers, newest first,
/// and a window is found by the number beside it, so that a list that grows does not shift it.
///
/// @param before only entries older than this one; the newest of them
/// @param after only entries newer than this one; the oldest of them
/// @param limit at most this many, 1 to 1000
public record Window(OptionalLong before, OptionalLong after, int limit) {

    /// The most entries of one window.
    public static final int LARGEST = 1000;

    public Window {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException(
                    "limit [%d] must be 1 to %d".formatted(limit, LARGEST));
        }
        if (before.isPresent() && after.isPresent()) {
            throw new IllegalArgumentException("before and after must not both be given");
        }
    }

    /// The newest entries.
    public static Window newest(int limit) {
        return new Window(OptionalLong.empty(), OptionalLong.empty(), limit);
    }

    /// The entries next to this one, towards the past.
    public static Window olderThan(long number, int limit) {
        return new Window(OptionalLong.of(number), OptionalLong.empty(), limit);
    }

    /// The entries next to this one, towards the present.
    public static Window newerThan(long number, int limit) {
        return new Window(OptionalLong.empty(), OptionalLong.of(number), limit);
    }

    /// Goes towards the present: the entries found first are the oldest.
    public boolean isForward() {
        return after.isPresent();
    }

    /// The window that goes on behind this entry, in the same direction.
    public Window past(long number, int entries) {
        return isForward() ? newerThan(number, entries) : olderThan(number, entries);
    }
}
