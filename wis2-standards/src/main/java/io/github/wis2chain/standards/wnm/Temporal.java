package io.github.wis2chain.standards.wnm;

import java.time.Instant;

/// The time that the data describe (WNM 1.3, `/req/core/temporal`).
public sealed interface Temporal {

    /// One instant: `datetime`.
    record At(Instant instant) implements Temporal {}

    /// An extent: `start_datetime` and `end_datetime`. No clause demands their order; validation warns of a wrong one.
    record Between(Instant start, Instant end) implements Temporal {}

    /// A time that cannot be derived: `datetime` is null (part D).
    record Unknown() implements Temporal {}
}
