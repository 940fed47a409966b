package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.Window;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Lists notifications. What is packed, topic and data_id, is compared after it was unpacked, and so
/// only so many notifications are looked at in one go.
final class NotificationSearch {

    /// How long after its pubtime a notification may have been stored, or before it.
    private static final Duration SLACK = Duration.ofDays(1);

    /// About 50 ms.
    private static final int LOOKED_AT = 2_000;

    private final Reads.Row<Outbox.Published> rows;

    NotificationSearch(Reads.Row<Outbox.Published> rows) {
        this.rows = rows;
    }

    Outbox.Found list(Connection connection, NotificationFilter filter, Window window)
            throws SQLException {
        var found = new ArrayList<Outbox.Published>();
        boolean looks = filter.text().isPresent() || filter.topic().isPresent();
        int size = looks ? LOOKED_AT : window.limit() + 1;
        Query query = query(filter, window, size);
        List<Outbox.Published> page = Reads.list(connection, query.sql(), query.values(), rows);
        for (Outbox.Published each : page) {
            if (passes(each.notification(), filter)) {
                found.add(each);
            }
            if (found.size() > window.limit()) {
                break;
            }
        }
        boolean more = found.size() > window.limit();
        List<Outbox.Published> shown = more ? found.subList(0, window.limit()) : found;
        OptionalLong next =
                more
                        ? OptionalLong.of(shown.getLast().number())
                        : page.size() == size
                                ? OptionalLong.of(page.getLast().number())
                                : OptionalLong.empty();
        return new Outbox.Found(window.isForward() ? shown.reversed() : shown, next);
    }

    /// What is asked of the database.
    record Query(String sql, List<Object> values) {}

    static Query query(NotificationFilter filter, Window window, int size) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        // The sign keeps a planner that knows no figures yet from going through all ids in their
        // order for the few that have the text.
        String id = filter.text().isPresent() ? "+notification.id" : "notification.id";
        conditions.add(id + " > ?");
        values.add(window.after().orElse(0));
        conditions.add(id + " < ?");
        values.add(window.before().orElse(Long.MAX_VALUE));
        filter.dataset()
                .ifPresent(name -> {
                    conditions.add("notification.dataset = ?");
                    values.add(name);
                });
        filter.rel().ifPresent(rel -> conditions.add(related(rel)));
        filter.text()
                .ifPresent(text -> {
                    conditions.add("notification.run IN (SELECT run FROM run_term WHERE term = ?)");
                    values.add(Digests.ofTerm(text));
                });
        filter.since()
                .ifPresent(since -> {
                    conditions.add(id + " >= ? AND notification.pubtime >= ?");
                    values.add(Ids.firstAt(since.minus(SLACK)));
                    values.add(since.toEpochMilli());
                });
        filter.until()
                .ifPresent(until -> {
                    conditions.add(id + " < ? AND notification.pubtime < ?");
                    values.add(Ids.firstAt(until.plus(SLACK)));
                    values.add(until.toEpochMilli());
                });
        values.add(size);
        return new Query(
                "%s WHERE %s ORDER BY notification.id%s LIMIT ?"
                        .formatted(
                                SqlOutbox.SELECT,
                                String.join(" AND ", conditions),
                                window.isForward() ? "" : " DESC"),
                List.copyOf(values));
    }

    /// The index of what is no `canonical` is used where its own condition is repeated.
    private static String related(String rel) {
        int code = OutboxEntries.code(rel);
        return code == 0
                ? "notification.rel = 0"
                : "notification.rel > 0 AND notification.rel = " + code;
    }

    private static boolean passes(Ready ready, NotificationFilter filter) {
        return filter.topic().filter(topic -> !topic.equals(ready.topic())).isEmpty()
                && filter.text().filter(text -> !isNamed(ready, text)).isEmpty();
    }

    private static boolean isNamed(Ready ready, String text) {
        return ready.id().equals(text)
                || ready.dataId().equals(text)
                || ready.dataId().substring(ready.dataId().lastIndexOf('/') + 1).equals(text);
    }
}
