package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.engine.chain.EventLimits;
import io.github.wis2chain.engine.run.IntakeLimits;

/// What the intake takes and holds.
///
/// @param maxEvent the largest event that is kept whole, in bytes
/// @param keepOfLarger how much is kept of a larger one, in bytes
/// @param maxHeld bytes of events that may wait for the journal
/// @param maxHeldEvents events that may wait for the journal
/// @param contents how much one event may hold
public record IntakeSettings(
        int maxEvent, int keepOfLarger, long maxHeld, int maxHeldEvents, EventLimits contents) {

    public IntakeSettings {
        if (keepOfLarger > maxEvent || maxHeld < maxEvent) {
            throw new IllegalArgumentException(
                    "keep-of-larger must be at most max-event, and max-event at most max-held");
        }
    }

    static Value<IntakeSettings> read(Section section) {
        var maxEvent = section.optional("max-event", Types.sizeUpTo2Gb(), "1MiB");
        var keepOfLarger = section.optional("keep-of-larger", Types.sizeUpTo2Gb(), "16KiB");
        var maxHeld = section.optional("max-held", Types.SIZE, "32MiB");
        var maxHeldEvents =
                section.optional("max-held-events", Types.whole(1, 10_000_000), "20000");
        var maxAssets = section.optional("max-assets", Types.whole(1, 10_000), "100");
        var maxPositions = section.optional("max-positions", Types.whole(1, 50_000), "5000");
        return section.build(() ->
                new IntakeSettings(
                        maxEvent.get(),
                        keepOfLarger.get(),
                        maxHeld.get(),
                        maxHeldEvents.get(),
                        new EventLimits(maxAssets.get(), maxPositions.get())));
    }

    /// The same as the engine wants it.
    public IntakeLimits limits() {
        return new IntakeLimits(maxEvent, keepOfLarger, maxHeld, maxHeldEvents);
    }
}
