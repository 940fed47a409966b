package io.github.wis2chain.adapters.sql;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/// How db-scheduler meets our tables: times are milliseconds on every database, and claims are made
/// by the journal, in the commits that are made anyway.
final class ClaimingJobs extends DefaultJdbcCustomization {

    private final IntFunction<List<Execution>> claim;

    /// @param claim claims at most so many due runs, in order
    ClaimingJobs(IntFunction<List<Execution>> claim) {
        super(false);
        this.claim = claim;
    }

    @Override
    public String getName() {
        return "WIS2 Chain";
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value.toEpochMilli());
        }
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public boolean supportsSingleStatementLockAndFetch() {
        return true;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean byPriority) {
        return claim.apply(limit);
    }
}
