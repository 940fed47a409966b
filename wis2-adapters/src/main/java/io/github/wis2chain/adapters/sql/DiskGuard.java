package io.github.wis2chain.adapters.sql;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Watches the free room on the disk, so that events are refused before the last of it is needed for
/// finishing the runs that are under way. Asks the system at most twice a second. Safe for any
/// thread.
final class DiskGuard {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final Dialect dialect;
    private final long floor;
    private volatile long checkedAt;
    private volatile Optional<String> objection = Optional.empty();

    DiskGuard(Dialect dialect, long floor) {
        this.dialect = dialect;
        this.floor = floor;
        check();
    }

    /// Why no event may be taken now, one sentence; empty if one may.
    Optional<String> objection() {
        if (System.nanoTime() - checkedAt > INTERVAL) {
            check();
        }
        return objection;
    }

    private void check() {
        checkedAt = System.nanoTime();
        long free = dialect.free();
        objection =
                free >= floor
                        ? Optional.empty()
                        : Optional.of(
                                "Only %d MiB are free on the disk of the store, %d MiB are required; no events are taken until there is room"
                                        .formatted(free >> 20, floor >> 20));
    }
}
