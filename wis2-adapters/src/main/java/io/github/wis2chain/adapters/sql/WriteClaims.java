package io.github.wis2chain.adapters.sql;

import java.util.List;

/// Asks for due runs, at most so many, for this process.
final class WriteClaims extends Write<List<Claimed>> {

    private final String claimer;
    private final int limit;

    WriteClaims(String claimer, int limit) {
        this.claimer = claimer;
        this.limit = limit;
    }

    String claimer() {
        return claimer;
    }

    int limit() {
        return limit;
    }

    @Override
    boolean mustSucceed() {
        return false;
    }
}
