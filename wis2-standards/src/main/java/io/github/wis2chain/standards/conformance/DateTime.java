package io.github.wis2chain.standards.conformance;

import java.time.Instant;

/// What a text is as a date and time of RFC 3339 section 5.6: a moment, or malformed.
public sealed interface DateTime {

    /// A date and time.
    ///
    /// @param instant the moment; a leap second is taken for the second after it, digits beyond nanoseconds are dropped
    /// @param offsetMinutes the offset from UTC as written, -1439 to 1439
    /// @param leapSecond whether the seconds were written as 60
    /// @param canonical whether it has the one form that every known checker takes: capital `T` and `Z`, no leap second
    record Moment(Instant instant, int offsetMinutes, boolean leapSecond, boolean canonical)
            implements DateTime {

        /// Whether it was written in UTC: `Z`, `z`, `+00:00` or `-00:00`.
        public boolean isUtc() {
            return offsetMinutes == 0;
        }
    }

    /// A text that is no date and time.
    ///
    /// @param reason what is wrong with it, to stand after the text in a sentence
    record Malformed(String reason) implements DateTime {}

    /// Reads a text. It never throws, and its work is linear in the length of the text.
    static DateTime read(String text) {
        return new DateTimeScanner(text).read();
    }
}
