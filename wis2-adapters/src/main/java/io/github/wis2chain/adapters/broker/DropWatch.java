package io.github.wis2chain.adapters.broker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Reads the broker's counter of dropped messages, which only grows, and knows when it last grew.
/// Safe for any thread.
final class DropWatch {

    private final InstantSource clock;
    private long seen;
    private Optional<Instant> last = Optional.empty();

    DropWatch(InstantSource clock) {
        this.clock = clock;
    }

    /// Looks at the counter.
    ///
    /// @return what was dropped since it was last looked at
    synchronized long look(long counter) {
        long fresh = counter - seen;
        if (fresh > 0) {
            last = Optional.of(clock.instant());
        }
        seen = counter;
        return Math.max(0, fresh);
    }

    /// When a message was last seen to be dropped.
    synchronized Optional<Instant> last() {
        return last;
    }
}
