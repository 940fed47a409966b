package io.github.wis2chain.console.api;

import java.util.function.Supplier;

/// A part of the node that can be well or not: `journal`, `broker`, `disk`.
///
/// @param essential the node takes no events without it, so that it is not ready
/// @param now asks the part; quick, and called by any thread
public record HealthPart(String name, boolean essential, Supplier<Health> now) {

    /// How a part is.
    ///
    /// @param text one sentence: what is so, and what to do if it is not well
    public record Health(boolean healthy, String text) {}

    /// Asks the part. A part that cannot even answer is not well.
    public Health ask() {
        try {
            return now.get();
        } catch (RuntimeException failure) {
            return new Health(false, "The state could not be found out: %s.".formatted(failure));
        }
    }
}
