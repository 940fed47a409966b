package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Window;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads which part of a list is asked for: `before`, `after` and `limit`.
final class Windows {

    private Windows() {}

    /// @param number reads the text of an edge
    static Window of(Call call, Function<String, Long> number) {
        int limit = call.limit();
        Optional<Long> before = call.query("before", number);
        Optional<Long> after = call.query("after", number);
        if (before.isPresent() && after.isPresent()) {
            throw new Problem(
                    ProblemCode.BAD_PARAMETER, "Of before and after only one can be given.");
        }
        return after.map(edge -> Window.newerThan(edge, limit))
                .or(() -> before.map(edge -> Window.olderThan(edge, limit)))
                .orElseGet(() -> Window.newest(limit));
    }

    static Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "[%s] must be what next or newer said on another page".formatted(text));
        }
        return Long.valueOf(text);
    }

    /// Where a window that goes forward began.
    static Optional<String> edge(Window window) {
        return window.after().isPresent()
                ? Optional.of(Long.toString(window.after().getAsLong()))
                : Optional.empty();
    }

    /// A page of a list, newest first.
    ///
    /// @param next what to give as `before` for older entries; absent on the last page
    /// @param newer what to give as `after` for newer entries, now or later
    record Entries<T>(List<T> items, Optional<String> next, Optional<String> newer) {}
}
