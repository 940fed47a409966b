package io.github.wis2chain.engine.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
public final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Long> undeclared = new TreeSet<>();
    private final Map<String, TreeSet<Long>> underWay = new HashMap<>();
    private long next;

    /// Takes the next turn. To be called in the order of claims, by one thread at a time.
    public Turn take() {
        lock.lock();
        try {
            long number = next++;
            undeclared.add(number);
            return new Turn(number);
        } finally {
            lock.unlock();
        }
    }

    /// The place of one attempt in the order; to be closed when its outcome is durable.
    public final class Turn implements AutoCloseable {

        private final long number;
        private final Set<String> things = new HashSet<>();

        private Turn(long number) {
            this.number = number;
        }

        void concerns(Set<String> names) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                if (undeclared.remove(number)) {
                    for (String name : names) {
                        if (things.add(name)) {
                            underWay.computeIfAbsent(name, any -> new TreeSet<>()).add(number);
                        }
                    }
                    changed.signalAll();
                }
                while (!isFirst()) {
                    changed.await();
                }
            } finally {
                lock.unlock();
            }
        }

        private boolean isFirst() {
            if (!undeclared.isEmpty() && undeclared.first() < number) {
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
