package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.topics.Topic;

/// Where notifications go, and what they must pass before.
///
/// @param name the dataset whose `data_id`s they have, or one of the names in {@link ByHand}; the
///     ledger counts by it
record Destination(String name, Topic topic, Checks checks) {}
