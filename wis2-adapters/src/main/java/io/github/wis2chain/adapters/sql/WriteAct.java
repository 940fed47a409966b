package io.github.wis2chain.adapters.sql;

import java.sql.SQLException;

/// Anything rarer: what an operator does, and upkeep.
final class WriteAct<T> extends Write<T> {

    private final Deed<T> deed;

    WriteAct(Deed<T> deed) {
        this.deed = deed;
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
        return false;
    }
}
