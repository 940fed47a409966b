package io.github.wis2chain.adapters.mqtt;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The durations of a connection.
///
/// @param keepAlive after this silence a ping is sent, in whole seconds up to 65,535; zero: never.
///     A dead connection is noticed after at most one and a half of it
/// @param connectTimeout for reaching the host, and once more for being accepted by the broker
/// @param firstDelay between a disconnection and the first new attempt; doubled with each failure,
///     varied by a fifth
/// @param longestDelay between two attempts
public record Timing(
        Duration keepAlive, Duration connectTimeout, Duration firstDelay, Duration longestDelay) {

    /// 60 s, 10 s, 1 s and 60 s.
    public static final Timing DEFAULT =
            new Timing(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60));

    public Timing {
        if (keepAlive.isNegative() || keepAlive.toSeconds() > 65_535) {
            throw new IllegalArgumentException(
                    "keep-alive [%s] must be between 0 s and 65535 s".formatted(keepAlive));
        }
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("connect timeout must be positive");
        }
        if (!firstDelay.isPositive() || longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "reconnect delays must be positive, the first [%s] not longer than the longest [%s]"
                            .formatted(firstDelay, longestDelay));
        }
    }

    /// Many clients that lost the same broker shall not come back in the same instant.
    static Duration varied(Duration delay) {
        double factor = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
        return Duration.ofNanos((long) (delay.toNanos() * factor));
    }

    /// The delay before the attempt that follows this many failures in a row, not yet varied.
    Duration delayAfter(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, 30);
        Duration delay = firstDelay.multipliedBy(1L << doublings);
        return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    }
}
