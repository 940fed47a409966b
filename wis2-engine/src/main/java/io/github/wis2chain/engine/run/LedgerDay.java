package io.github.wis2chain.engine.run;

import java.time.LocalDate;

/// The balance of one dataset on one day (UTC).
public record LedgerDay(LocalDate day, LedgerRow row) {}
