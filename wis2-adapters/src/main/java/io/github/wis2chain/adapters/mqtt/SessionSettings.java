package io.github.wis2chain.adapters.mqtt;

import java.time.Duration;

/// What the broker keeps while the client is away (MQTT 5, 4.1).
///
/// @param expiry how long the broker keeps subscriptions and messages after a disconnection, in
///     whole seconds up to 4,294,967,294; zero: not at all. MQTT 3.1.1 knows only zero and for ever
/// @param cleanStart begin without what the broker kept from before this process. Later
///     reconnections of the same process go on with their session
public record SessionSettings(Duration expiry, boolean cleanStart) {

    // First, because the settings below are checked against it.
    private static final Duration LONGEST = Duration.ofSeconds(0xFFFF_FFFEL);

    /// Thirty days, and what was kept is wanted.
    public static final SessionSettings DEFAULT = new SessionSettings(Duration.ofDays(30), false);

    /// Nothing is kept.
    public static final SessionSettings NONE = new SessionSettings(Duration.ZERO, true);

    public SessionSettings {
        if (expiry.isNegative() || expiry.compareTo(LONGEST) > 0 || expiry.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "session expiry [%s] must be whole seconds, at most 4294967294"
                            .formatted(expiry));
        }
    }

    /// Whether the broker keeps anything while the client is away.
    public boolean kept() {
        return !expiry.isZero();
    }
}
