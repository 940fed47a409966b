package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;

/// Claims due runs, in the order in which their events came in.
final class ClaimEntries {

    private final String claim;

    ClaimEntries(Dialect dialect) {
        this.claim =
                "WITH due AS MATERIALIZED (SELECT task_instance FROM scheduled_tasks"
                        + " WHERE picked = false AND execution_time <= ?"
                        + " ORDER BY execution_time, run LIMIT ?"
                        + dialect.claimSuffix()
                        + ") UPDATE scheduled_tasks SET picked = true, picked_by = ?,"
                        + " last_heartbeat = ?, version = version + 1 WHERE task_name = 'run' AND"
                        + " task_instance IN (SELECT task_instance FROM due) RETURNING run, source,"
                        + " execution_time, version";
    }

    void apply(WriteClaims write, Commit commit) throws SQLException {
        PreparedStatement statement = commit.statement(claim);
        statement.setLong(1, commit.now());
        statement.setInt(2, write.limit());
        statement.setString(3, write.claimer());
        statement.setLong(4, commit.now());
        var claimed = new ArrayList<Claimed>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                claimed.add(
                        new Claimed(
                                new RunId(rows.getLong("run")),
                                rows.getString("source"),
                                Instant.ofEpochMilli(rows.getLong("execution_time")),
                                rows.getLong("version"),
                                Set.of()));
            }
        }
        claimed.sort(Claimed.IN_ORDER);
        if (!claimed.isEmpty()) {
            Set<String> held = HeldDatasets.now(commit.connection());
            claimed.replaceAll(claim -> held.isEmpty() ? claim : claim.holding(held));
        }
        write.settle(claimed);
    }
}
