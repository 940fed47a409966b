package io.github.wis2chain.engine.run;

/// What the intake takes and holds.
///
/// @param eventBytes the largest payload that is kept whole, in bytes
/// @param keptOfOversized how much is kept of a larger one, in bytes
/// @param heldBytes payload bytes that may wait for their commit
/// @param heldEvents events that may wait for their commit
public record IntakeLimits(int eventBytes, int keptOfOversized, long heldBytes, long heldEvents) {

    public static final IntakeLimits DEFAULT =
            new IntakeLimits(1 << 20, 1 << 14, 64L << 20, 20_000);

    public IntakeLimits {
        if (eventBytes < 1
                || keptOfOversized < 0
                || keptOfOversized > eventBytes
                || heldBytes < eventBytes
                || heldEvents < 1) {
            throw new IllegalArgumentException(
                    "intake limits must have 0 <= kept of oversized <= event bytes <= held bytes"
                            + " and at least one held event");
        }
    }
}
