package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often and when a temporary failure is tried again.
///
/// The wait before try `n` is `first · 2ⁿ⁻¹`, at most `longest`, times a random factor between 0.8
/// and 1.2, so that runs which failed together do not come back together.
///
/// @param limit the number of further tries, at least 0
public record Retry(int limit, Duration first, Duration longest) {

    public Retry {
        if (limit < 0 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "retry [limit %d, first %s, longest %s] must have a limit of at least 0 and 0 <= first <= longest"
                            .formatted(limit, first, longest));
        }
    }

    /// Waits of 2 s, 4 s, 8 s and so on up to 5 min, about an hour in all: a data server restarts
    /// within that time.
    public static final Retry PATIENT = new Retry(18, Duration.ofSeconds(2), Duration.ofMinutes(5));

    /// The same waits for three days in all: somebody comes back from the weekend within that time.
    public static final Retry LASTING =
            new Retry(870, Duration.ofSeconds(2), Duration.ofMinutes(5));

    /// The wait before the next try.
    ///
    /// @param tries how many tries in a row have failed, at least 1
    public Duration wait(int tries, RandomGenerator random) {
        int doublings = Math.clamp(tries - 1L, 0, 30);
        long wait = Math.min(longest.toMillis(), Math.max(1, first.toMillis()) * (1L << doublings));
        return Duration.ofMillis(Math.round(wait * random.nextDouble(0.8, 1.2)));
    }
}
