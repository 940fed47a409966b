package io.github.wis2chain.engine.chain;

/// What an event turned out to be: something that is to be announced. What comes after the building
/// of notifications does not care which.
sealed interface Announceable permits FileEvent, RecordChange, ReadyMade {}
