package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.CauseGroup;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Groups the runs that fail by what they have in common. The counting is done in an index that holds
/// nothing else.
final class CauseGroups {

    private static final int MOST = 500;

    private static final String SELECT =
            "SELECT dataset, source, step, cause, culprit, COUNT(*) AS runs,"
                    + " SUM(CASE WHEN state = 3 THEN 1 ELSE 0 END) AS failed, MIN(id) AS first,"
                    + " MAX(id) AS latest, MAX(updated_at) AS updated,"
                    + " COALESCE(MAX(CASE WHEN state = 3 THEN id END), MAX(id)) AS sample FROM run"
                    + " WHERE cause IS NOT NULL GROUP BY cause, step, dataset, source, culprit"
                    + " ORDER BY failed DESC, runs DESC, latest DESC LIMIT "
                    + MOST;

    private final RunRows rows;

    CauseGroups(RunRows rows) {
        this.rows = rows;
    }

    /// A group without its sample.
    private record Group(
            CauseGroup.Key key, long runs, long failed, long first, long sample, Instant updated) {}

    List<CauseGroup> list(Connection connection) throws SQLException {
        List<Group> groups = Reads.list(connection, SELECT, List.of(), CauseGroups::group);
        if (groups.isEmpty()) {
            return List.of();
        }
        Map<RunId, RunRows.Stored> samples = new HashMap<>();
        rows.list(
                        connection,
                        "WHERE run.id IN (%s)".formatted(Reads.marks(groups.size())),
                        groups.stream().map(Group::sample).toList())
                .forEach(sample -> samples.put(sample.summary().id(), sample));
        return groups.stream()
                .map(group ->
                        withSample(
                                group,
                                Objects.requireNonNull(samples.get(new RunId(group.sample())))))
                .toList();
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                new CauseGroup.Key(
                        Optional.ofNullable(row.getString("dataset")),
                        new SourceName(row.getString("source")),
                        row.getString("step"),
                        row.getString("cause"),
                        Optional.ofNullable(row.getString("culprit"))),
                row.getLong("runs"),
                row.getLong("failed"),
                row.getLong("first"),
                row.getLong("sample"),
                Instant.ofEpochMilli(row.getLong("updated")));
    }

    private static CauseGroup withSample(Group group, RunRows.Stored sample) {
        return new CauseGroup(
                group.key(),
                group.failed(),
                group.runs() - group.failed(),
                Ids.madeAt(group.first()),
                group.updated(),
                sample.summary(),
                sample.body().failure().map(Failure::remedy).orElse(""));
    }
}
