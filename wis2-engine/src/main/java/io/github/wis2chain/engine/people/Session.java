package io.github.wis2chain.engine.people;

import java.time.Duration;
import java.time.Instant;

/// An account that is signed in.
///
/// @param hash of the cookie's secret
/// @param usedAt when it was last used, to the minute
public record Session(String hash, String account, Instant createdAt, Instant usedAt) {

    /// A session that is not used ends after this.
    public static final Duration IDLE = Duration.ofHours(8);

    /// Every session ends after this.
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration PRECISION = Duration.ofMinutes(1);

    /// Whether it still lets in.
    public boolean isValid(Instant now) {
        return now.isBefore(usedAt.plus(IDLE)) && now.isBefore(createdAt.plus(LONGEST));
    }

    /// Whether its last use is so long ago that the new one is worth a write.
    boolean wantsTouch(Instant now) {
        return !now.isBefore(usedAt.plus(PRECISION));
    }
}
