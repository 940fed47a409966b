package io.github.wis2chain.adapters.mqtt;

/// The state of a connection to a broker.
///
/// @param healthy messages can pass
/// @param text one sentence for the operator
public record LinkStatus(boolean healthy, String text) {}
