package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.NotificationFilter;

import java.util.Optional;
import java.util.Set;

/// Reads which notifications a request asks for.
public final class NotificationQueries {

    private NotificationQueries() {}

    /// What restricts them.
    public static NotificationFilter filter(Call call) {
        return new NotificationFilter(
                call.query("dataset"),
                call.query("rel", NotificationQueries::rel),
                call.query("topic"),
                call.query("q").map(String::strip).filter(text -> !text.isEmpty()),
                call.query("since", RunQueries::instant),
                call.query("until", RunQueries::instant));
    }

    /// The number that only older ones are asked for.
    public static Optional<Long> before(Call call) {
        return call.query("before", Windows::number);
    }

    private static String rel(String text) {
        if (!Set.of("canonical", "update", "deletion").contains(text)) {
            throw new IllegalArgumentException(
                    "[%s] must be canonical, update or deletion".formatted(text));
        }
        return text;
    }
}
