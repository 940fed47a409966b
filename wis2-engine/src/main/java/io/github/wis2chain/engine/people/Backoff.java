package io.github.wis2chain.engine.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Makes whoever fails wait, longer each time.
///
/// It is kept in memory: a restart forgives, which costs an attacker more than it gives. Of the
/// names that fail only the latest are remembered, so that inventing names fills nothing.
final class Backoff {

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_SHIFT = 20;

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Failures(int count, Instant until) {}

    /// @param free failures that cost nothing
    /// @param first how long the next one makes wait; doubled by each that follows
    Backoff(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /// How long this one must still wait, if at all.
    synchronized Optional<Duration> wait(String name, Instant now) {
        Failures known = failures.get(name);
        return known == null || !now.isBefore(known.until())
                ? Optional.empty()
                : Optional.of(Duration.between(now, known.until()));
    }

    synchronized void failed(String name, Instant now) {
        int count = count(name, now) + 1;
        failures.remove(name);
        failures.put(name, new Failures(count, now.plus(pause(count))));
    }

    /// The failures that still count. Who has been quiet for as long as one can be made to wait begins
    /// anew.
    synchronized int count(String name, Instant now) {
        Failures known = failures.get(name);
        return known == null || now.isAfter(known.until().plus(longest)) ? 0 : known.count();
    }

    /// Takes back so many failures.
    synchronized void forgive(String name, int count) {
        Failures known = failures.remove(name);
        if (known != null && known.count() > count) {
            failures.put(name, new Failures(known.count() - count, known.until()));
        }
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    private Duration pause(int count) {
        int beyond = count - free - 1;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration pause = first.multipliedBy(1L << Math.min(beyond, LONGEST_SHIFT));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
