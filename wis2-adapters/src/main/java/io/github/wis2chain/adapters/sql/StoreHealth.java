package io.github.wis2chain.adapters.sql;

import java.time.Duration;
import java.util.Optional;

/// How the store is.
///
/// @param writable events are taken at this moment
/// @param text one sentence fit for a health page
/// @param waiting runs that wait or are worked on
/// @param oldestDue how long the run that has been due longest has waited for its turn; empty if
///     none is due
/// @param bytes size on disk, with indexes and write-ahead log
public record StoreHealth(
        boolean writable, String text, long waiting, Optional<Duration> oldestDue, long bytes) {}
