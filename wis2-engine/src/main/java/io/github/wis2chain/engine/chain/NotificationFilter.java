package io.github.wis2chain.engine.chain;

import java.time.Instant;
import java.util.Optional;

/// Which notifications to list; empty parts do not restrict.
///
/// @param rel `canonical`, `update` or `deletion`
/// @param topic the whole topic
/// @param text the whole of a notification's id, of a data_id, or the last segment of one (a file
///     name)
/// @param since pubtime at or after
/// @param until pubtime before
public record NotificationFilter(
        Optional<String> dataset,
        Optional<String> rel,
        Optional<String> topic,
        Optional<String> text,
        Optional<Instant> since,
        Optional<Instant> until) {

    public static final NotificationFilter ALL =
            new NotificationFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// Those of one dataset.
    public static NotificationFilter ofDataset(String name) {
        return new NotificationFilter(
                Optional.of(name), ALL.rel, ALL.topic, ALL.text, ALL.since, ALL.until);
    }
}
