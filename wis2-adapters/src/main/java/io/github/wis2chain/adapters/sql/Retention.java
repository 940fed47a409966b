package io.github.wis2chain.adapters.sql;

import java.time.Duration;

/// How long what has ended is kept, counted from when it ended or was last changed. What waits is kept
/// for ever, and so are the daily totals of the ledger.
///
/// @param ended runs that succeeded, brought nothing new or were discarded, with their events and
///     notifications
/// @param failed runs that nobody has repaired or discarded
/// @param published the memory of what was last published under a `data_id`, by which updates are
///     recognised
/// @param answers requests that carried a key, with their answers
public record Retention(Duration ended, Duration failed, Duration published, Duration answers) {

    /// A month, a year, two years, and a day.
    public static final Retention DEFAULT =
            new Retention(
                    Duration.ofDays(30),
                    Duration.ofDays(365),
                    Duration.ofDays(730),
                    Duration.ofDays(1));

    public Retention {
        if (!isPositive(ended)
                || !isPositive(failed)
                || !isPositive(published)
                || !isPositive(answers)) {
            throw new IllegalArgumentException(
                    "retention [ended %s, failed %s, published %s, answers %s] must be positive"
                            .formatted(ended, failed, published, answers));
        }
    }

    private static boolean isPositive(Duration duration) {
        return duration.isPositive();
    }
}
