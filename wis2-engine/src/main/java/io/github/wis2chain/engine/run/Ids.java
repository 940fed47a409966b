package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Makes the ids of events and runs, each greater than the one before. Safe for any thread.
public final class Ids {

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final long EPOCH = FIRST.toEpochMilli();
    private static final int SEQUENCE_BITS = 12;
    private static final int PROCESS_BITS = 10;

    /// The last millisecond of which there are ids, in the year 2089.
    private static final Instant LAST = madeAt(Long.MAX_VALUE);

    /// As much as a clock may have been set back. An id further ahead was made while it was wrong.
    private static final Duration SET_BACK = Duration.ofDays(1);

    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private final InstantSource clock;
    private final long process;

    /// Milliseconds and sequence of the last id, without the process bits between them.
    private final AtomicLong last = new AtomicLong();

    /// A sequence of its own.
    ///
    /// @param process tells this process from others that share the store; its lowest 10 bits count
    public Ids(InstantSource clock, int process) {
        this.clock = clock;
        this.process = process & ((1L << PROCESS_BITS) - 1);
    }

    /// Goes on behind an id that another process has made: in the next millisecond at the earliest,
    /// because within one the bits of the process decide which id is greater.
    public void beginBehind(long number) {
        long nextMilli = (number >>> (SEQUENCE_BITS + PROCESS_BITS)) + 1;
        last.accumulateAndGet((nextMilli << SEQUENCE_BITS) - 1, Math::max);
    }

    /// A new id for an event.
    public EventId event() {
        return new EventId(next());
    }

    /// A new id for a run.
    public RunId run() {
        return new RunId(next());
    }

    /// A new number for anything else that is kept in order of time.
    public long number() {
        return next();
    }

    /// The least number that an id made at this instant or later has: ids can be asked for by time.
    ///
    /// @return at least 1, also for an instant before there were ids; the greatest number for one
    ///     after the last of them
    public static long firstAt(Instant instant) {
        if (instant.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return instant.isBefore(FIRST)
                ? 1
                : Math.max(1, (instant.toEpochMilli() - EPOCH) << (SEQUENCE_BITS + PROCESS_BITS));
    }

    /// When an id was made, to the millisecond; later than the clock showed if it had stepped back.
    public static Instant madeAt(long number) {
        return Instant.ofEpochMilli((number >>> (SEQUENCE_BITS + PROCESS_BITS)) + EPOCH);
    }

    /// The least number of a future so far away that ids of it say nothing of the order of events: they
    /// were made while a clock was wrong. A day from now.
    public static long firstAhead(Instant now) {
        return firstAt(now.plus(SET_BACK));
    }

    /// Whether a run came in later than another, as far as their ids say: not if its own is of a future
    /// ({@link #firstAhead}) from which the other's is not, because nothing would be later for years.
    public static boolean isLater(RunId run, RunId other, Instant now) {
        long ahead = firstAhead(now);
        return run.compareTo(other) > 0 && (run.value() < ahead || other.value() >= ahead);
    }

    /// A clock that stands still or steps back does not stop the sequence: it goes on from the last id.
    private long next() {
        long now = (clock.millis() - EPOCH) << SEQUENCE_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        return (tick >>> SEQUENCE_BITS) << (SEQUENCE_BITS + PROCESS_BITS)
                | (process << SEQUENCE_BITS)
                | (tick & SEQUENCE_MASK);
    }
}
