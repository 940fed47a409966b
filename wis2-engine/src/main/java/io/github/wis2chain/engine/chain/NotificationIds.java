package io.github.wis2chain.engine.chain;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// Where notifications get their ids and publication times from.
///
/// @param ids makes a random UUID (version 4) for each notification
/// @param clock tells the publication time
public record NotificationIds(Supplier<UUID> ids, InstantSource clock) {

    /// Random ids and the time of this machine.
    public static final NotificationIds SYSTEM =
            new NotificationIds(UUID::randomUUID, InstantSource.system());
}
