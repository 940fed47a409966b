package io.github.wis2chain.engine.chain;

import java.time.Instant;

/// A broker's acknowledgement of a notification.
///
/// @param broker which broker, as the operator knows it: `embedded` or host and port
/// @param reason the reason code's name: `SUCCESS`, `NO_MATCHING_SUBSCRIBERS`
public record Delivery(Instant acknowledgedAt, String broker, String reason) {}
