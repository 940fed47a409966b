package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/// The set of what a run is found by, written without repetition.
final class Terms {

    private final PreparedStatement insert;
    private final Set<Entry> entries = new LinkedHashSet<>();

    private record Entry(long term, long run) {}

    Terms(Commit commit) throws SQLException {
        this.insert =
                commit.statement(
                        "INSERT INTO run_term (term, run) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    void add(RunId run, Set<Long> terms) {
        terms.forEach(term -> entries.add(new Entry(term, run.value())));
    }

    void execute() throws SQLException {
        for (Entry entry : entries) {
            insert.setLong(1, entry.term());
            insert.setLong(2, entry.run());
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
