package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets runs overtake each other, but never where they concern the same thing.
///
/// Turns are taken in the order in which runs are claimed, which is the order in which events came
/// in. A turn goes ahead when every earlier turn has said what it concerns (or ended), and none of
/// those that concern the same thing is still under way. Saying what one concerns takes
/// microseconds, so that waiting for the earlier ones costs nothing; only runs about the same thing
/// wait for each other's network.
///
/// Whoever works for longer than ten seconds without saying what it concerns loses its place: the others
/// go ahead, and it gets the next number when it has said it. So it goes on behind those that
/// concern the same thing, and finds what they have done.
public final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, Turn> undeclared = new TreeMap<>();
    private final Map<String, TreeSet<Long>> underWay = new HashMap<>();
    private long next;

    /// Turns whose place is lost after ten seconds.
    public Turns() {
        this(PATIENCE);
    }

    /// Turns whose place is lost after this time of work.
    Turns(Duration patience) {
        this.patience = patience.toNanos();
    }

    /// Takes the next turn. For runs to be called in the order of claims, by one thread at a time.
    public Turn take() {
        lock.lock();
        try {
            var turn = new Turn(next++);
            undeclared.put(turn.number, turn);
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /// Takes a turn for what is no run, and waits like a run that concerns this thing, but no longer
    /// than this.
    ///
    /// @return empty if those before had not done with the thing by then
    public Optional<Turn> takeFor(String thing, Duration longest) throws InterruptedException {
        Turn turn = take();
        boolean first = false;
        try {
            first = turn.concerns(Set.of(thing), longest.toNanos());
        } finally {
            if (!first) {
                turn.close();
            }
        }
        return first ? Optional.of(turn) : Optional.empty();
    }

    /// The place of one attempt in the order; to be closed when its outcome is durable.
    public final class Turn implements AutoCloseable {

        private final Set<String> things = new HashSet<>();
        private long number;
        private boolean declared;
        private boolean begun;
        private long begunAt;

        private Turn(long number) {
            this.number = number;
        }

        /// The work on the attempt begins.
        void begin() {
            lock.lock();
            try {
                begun = true;
                begunAt = System.nanoTime();
            } finally {
                lock.unlock();
            }
        }

        /// The work on the attempt has ended. If it did not get as far as to say what it concerns,
        /// it holds up nobody any more, while its outcome is written.
        void end() {
            lock.lock();
            try {
                if (undeclared.remove(number) != null) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        void concerns(Set<String> names) throws InterruptedException {
            var _ = concerns(names, Long.MAX_VALUE);
        }

        /// @param longest nanoseconds
        /// @return whether it is its turn
        private boolean concerns(Set<String> names, long longest) throws InterruptedException {
            long begin = System.nanoTime();
            lock.lockInterruptibly();
            try {
                if (!declared) {
                    declare(names);
                }
                while (!isFirst()) {
                    long own = longest - (System.nanoTime() - begin);
                    if (own <= 0) {
                        return false;
                    }
                    long left = patienceLeft();
                    if (left > 0) {
                        changed.awaitNanos(Math.min(left, own));
                    } else {
                        undeclared.pollFirstEntry();
                        changed.signalAll();
                    }
                }
                return true;
            } finally {
                lock.unlock();
            }
        }

        /// The nanoseconds until the first of those who have not said what they concern loses its
        /// place. Nobody tells when that is, so that whoever waits looks at the time.
        private long patienceLeft() {
            Map.Entry<Long, Turn> first = undeclared.firstEntry();
            if (first == null || first.getKey() > number) {
                return Long.MAX_VALUE;
            }
            Turn turn = first.getValue();
            return turn.begun ? turn.begunAt + patience - System.nanoTime() : patience;
        }

        private void declare(Set<String> names) {
            declared = true;
            if (undeclared.remove(number) == null) {
                number = next++;
            }
            for (String name : names) {
                if (things.add(name)) {
                    underWay.computeIfAbsent(name, any -> new TreeSet<>()).add(number);
                }
            }
            changed.signalAll();
        }

        private boolean isFirst() {
            if (!undeclared.isEmpty() && undeclared.firstKey() < number) {
                return false;
            }
            for (String thing : things) {
                TreeSet<Long> queue = underWay.get(thing);
                if (queue != null && queue.first() < number) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                undeclared.remove(number);
                for (String thing : things) {
                    TreeSet<Long> queue = underWay.get(thing);
                    if (queue != null && queue.remove(number) && queue.isEmpty()) {
                        underWay.remove(thing);
                    }
                }
                things.clear();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
