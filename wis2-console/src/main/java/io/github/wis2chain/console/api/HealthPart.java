package io.github.wis2chain.console.api;

import java.util.Optional;
import java.util.function.Supplier;

/// A part of the node that can be well or not: `journal`, `broker`, `disk`.
///
/// @param essential the node takes no events without it, so that it is not ready
/// @param now asks the part; quick, and called by any thread
public record HealthPart(String name, boolean essential, Supplier<Health> now) {

    /// How a part is.
    ///
    /// @param text one sentence: what is so, with the figures that show it
    /// @param remedy one sentence: what to do; there exactly if the part is not well
    public record Health(boolean healthy, String text, Optional<String> remedy) {

        public Health {
            if (healthy == remedy.isPresent()) {
                throw new IllegalArgumentException(
                        "health [%s] must have a remedy exactly if it is not well".formatted(text));
            }
        }

        public static Health well(String text) {
            return new Health(true, text, Optional.empty());
        }

        public static Health unwell(String text, String remedy) {
            return new Health(false, text, Optional.of(remedy));
        }

        /// The health of something that knows no remedy itself.
        ///
        /// @param remedy told only if it is not well
        public static Health of(boolean healthy, String text, String remedy) {
            return healthy ? well(text) : unwell(text, remedy);
        }
    }

    /// Asks the part. A part that cannot even answer is not well.
    public Health ask() {
        try {
            return now.get();
        } catch (RuntimeException failure) {
            return Health.unwell(
                    "The state could not be found out: %s.".formatted(failure.getMessage()),
                    "Run `wis2 doctor` where the node runs, and look into its log.");
        }
    }
}
