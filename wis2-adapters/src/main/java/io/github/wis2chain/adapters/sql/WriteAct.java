package io.github.wis2chain.adapters.sql;

import java.sql.SQLException;

/// Anything rarer: what an operator does, and upkeep.
final class WriteAct<T> extends Write<T> {

    private final Deed<T> deed;
    private final boolean mustSucceed;

    WriteAct(Deed<T> deed) {
        this(deed, false);
    }

    private WriteAct(Deed<T> deed, boolean mustSucceed) {
        this.deed = deed;
        this.mustSucceed = mustSucceed;
    }

    /// An act that is tried until it succeeds, because what it follows is done already.
    static <T> WriteAct<T> thatMustSucceed(Deed<T> deed) {
        return new WriteAct<>(deed, true);
    }

    /// What is to be done, in the transaction that is open.
    @FunctionalInterface
    interface Deed<T> {

        /// Does it.
        ///
        /// @throws IllegalStateException before anything was written, if it cannot be done in the
        ///     present state
        T perform(Commit commit) throws SQLException;
    }

    void perform(Commit commit) throws SQLException {
        try {
            settle(deed.perform(commit));
        } catch (IllegalStateException | IllegalArgumentException notNow) {
            refuse(notNow);
        }
    }

    @Override
    boolean mustSucceed() {
        return mustSucceed;
    }
}
