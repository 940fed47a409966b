package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Window;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists what people did.
final class AuditList {

    /// How far the time of an act and that of its number may be apart.
    private static final Duration SLACK = Duration.ofHours(1);

    private AuditList() {}

    static List<AuditEntry> list(Connection connection, AuditFilter filter, Window window)
            throws SQLException {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        conditions.add("id > ?");
        values.add(window.after().orElse(0));
        conditions.add("id < ?");
        values.add(window.before().orElse(Long.MAX_VALUE));
        filter.who().ifPresent(who -> and(conditions, values, "who = ?", who));
        filter.kind().ifPresent(kind -> and(conditions, values, "kind = ?", kind));
        filter.run().ifPresent(run -> and(conditions, values, "run = ?", run.value()));
        filter.source().ifPresent(source -> and(conditions, values, "source = ?", source.value()));
        filter.dataset().ifPresent(dataset -> and(conditions, values, "dataset = ?", dataset));
        filter.subject().ifPresent(subject -> and(conditions, values, "subject = ?", subject));
        filter.since()
                .ifPresent(since -> {
                    and(conditions, values, "id >= ?", Ids.firstAt(since.minus(SLACK)));
                    and(conditions, values, "at >= ?", since.toEpochMilli());
                });
        filter.until()
                .ifPresent(until -> {
                    and(conditions, values, "id < ?", Ids.firstAt(until.plus(SLACK)));
                    and(conditions, values, "at < ?", until.toEpochMilli());
                });
        values.add(window.limit());
        List<AuditEntry> entries =
                Reads.list(
                        connection,
                        "SELECT id, run, source, dataset, subject, kind, who, text, at, remote"
                                + " FROM act"
                                + " WHERE "
                                + String.join(" AND ", conditions)
                                + (window.isForward()
                                        ? " ORDER BY id LIMIT ?"
                                        : " ORDER BY id DESC LIMIT ?"),
                        values,
                        AuditList::entry);
        return window.isForward() ? entries.reversed() : entries;
    }

    private static void and(
            List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        long run = row.getLong("run");
        return new AuditEntry(
                row.getLong("id"),
                run == 0 ? Optional.empty() : Optional.of(new RunId(run)),
                Optional.ofNullable(row.getString("source")).map(SourceName::new),
                Optional.ofNullable(row.getString("dataset")),
                Optional.ofNullable(row.getString("subject")),
                act(row));
    }

    /// The act of a row.
    static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getString("kind"),
                row.getString("who"),
                row.getString("text"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("remote"));
    }
}
