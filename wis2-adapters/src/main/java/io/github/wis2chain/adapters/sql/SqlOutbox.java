package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps what goes out.
final class SqlOutbox implements Outbox {

    static final String SELECT =
            "SELECT notification.id, notification.run, notification.uuid, notification.dataset,"
                    + " notification.pubtime, notification.acknowledged_at, notification.body,"
                    + " answer.broker, answer.reason FROM notification"
                    + " LEFT JOIN answer ON answer.id = notification.answer ";

    /// Days without an acknowledgement are passed by, and what waits or went out out of turn is no matter.
    private static final String LAST =
            "SELECT published_at FROM tally WHERE source = '' AND dataset = ? AND published_at > 0"
                    + " ORDER BY day DESC LIMIT 1";

    /// Runs under way are a few hundred; more than this many are runs that were given up in between.
    private static final int REMEMBERED = 5_000;

    private final Journal journal;
    private final Reads reads;
    private final Press press;
    private final NotificationSearch search = new NotificationSearch(this::published);

    /// What was stored and not acknowledged yet, so that it need not be read to be acknowledged.
    private final ConcurrentHashMap<String, Ready> underWay = new ConcurrentHashMap<>();

    SqlOutbox(Journal journal, Reads reads, Press press) {
        this.journal = journal;
        this.reads = reads;
        this.press = press;
    }

    @Override
    public CompletableFuture<Void> store(RunId run, List<Ready> notifications) {
        var write = new WriteNotifications(run, notifications, press);
        remember(notifications);
        return journal.write(write).thenAccept(done -> {});
    }

    private void remember(List<Ready> notifications) {
        if (underWay.size() > REMEMBERED) {
            underWay.clear();
        }
        notifications.forEach(ready -> underWay.put(ready.id(), ready));
    }

    @Override
    public List<Ready> of(RunId run) {
        List<Ready> notifications =
                reads.ask(connection ->
                        Reads.list(
                                connection,
                                SELECT
                                        + "WHERE notification.run = ?"
                                        + " ORDER BY notification.place",
                                List.of(run.value()),
                                row -> published(row).notification()));
        remember(notifications.stream().filter(ready -> ready.sent().isEmpty()).toList());
        return notifications;
    }

    @Override
    public CompletableFuture<Void> acknowledged(
            RunId run, String notificationId, Delivery delivery) {
        Optional<Ready> ready = Optional.ofNullable(underWay.remove(notificationId));
        return journal.write(new WriteAcknowledgement(run, notificationId, delivery, ready))
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Void> unanswered(RunId run, String notificationId) {
        Optional<Ready> ready = Optional.ofNullable(underWay.get(notificationId));
        return journal.write(new WriteUnanswered(run, notificationId, ready))
                .thenAccept(done -> {});
    }

    @Override
    public Optional<LastPublished> last(String dataset, String dataId) {
        return reads.ask(connection ->
                Reads.one(
                        connection,
                        "SELECT run, at, uuid, rel, fingerprint FROM published_object"
                                + " WHERE object = ?",
                        List.of(Digests.ofObject(dataset, dataId)),
                        SqlOutbox::lastPublished));
    }

    private static LastPublished lastPublished(ResultSet row) throws SQLException {
        long at = row.getLong("at");
        return new LastPublished(
                NotificationBody.uuidText(row.getBytes("uuid")),
                new RunId(row.getLong("run")),
                row.getString("rel"),
                Fingerprints.unpacked(row.getBytes("fingerprint")),
                Instant.ofEpochMilli(Math.abs(at)),
                at > 0);
    }

    @Override
    public List<Ready> acknowledgedSince(Instant instant) {
        return reads.ask(connection ->
                Reads.list(
                        connection,
                        SELECT
                                + "WHERE notification.acknowledged_at > 0"
                                + " AND notification.acknowledged_at >= ?"
                                + " ORDER BY notification.acknowledged_at, notification.id",
                        List.of(instant.toEpochMilli()),
                        row -> published(row).notification()));
    }

    @Override
    public Optional<Instant> lastAcknowledged() {
        return reads.ask(connection ->
                Reads.one(
                        connection,
                        "SELECT acknowledged_at FROM notification WHERE acknowledged_at > 0"
                                + " ORDER BY acknowledged_at DESC LIMIT 1",
                        List.of(),
                        SqlOutbox::instant));
    }

    @Override
    public Optional<Instant> lastAcknowledged(String dataset) {
        return reads.ask(
                connection -> Reads.one(connection, LAST, List.of(dataset), SqlOutbox::instant));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(1));
    }

    /// Counted as acknowledgements come in, so that no day is too long.
    @Override
    public Map<String, Long> countAcknowledged(LocalDate from, LocalDate to) {
        return reads.ask(connection -> {
            var counts = new HashMap<String, Long>();
            Reads.list(
                    connection,
                    "SELECT dataset, SUM(published) FROM tally WHERE day >= ? AND day <= ?"
                            + " GROUP BY dataset HAVING SUM(published) <> 0",
                    List.of(from.toEpochDay(), to.toEpochDay()),
                    row -> counts.put(row.getString(1), row.getLong(2)));
            return counts;
        });
    }

    @Override
    public List<Published> latest(Optional<String> dataset, Optional<Long> before, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        dataset.ifPresent(name -> {
            conditions.add("notification.dataset = ?");
            values.add(name);
        });
        before.ifPresent(number -> {
            conditions.add("notification.id < ?");
            values.add(number);
        });
        values.add(limit);
        String where =
                conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
        return reads.ask(connection ->
                Reads.list(
                        connection,
                        SELECT + where + "ORDER BY notification.id DESC LIMIT ?",
                        values,
                        this::published));
    }

    @Override
    public Found published(NotificationFilter filter, Window window) {
        return reads.ask(connection -> search.list(connection, filter, window));
    }

    @Override
    public Optional<Published> find(String notificationId) {
        if (!NotificationBody.isUuid(notificationId)) {
            return Optional.empty();
        }
        return reads.ask(connection ->
                Reads.one(
                        connection,
                        SELECT
                                + "WHERE notification.run IN"
                                + " (SELECT run FROM run_term WHERE term = ?)"
                                + " AND notification.uuid = ?"
                                + " ORDER BY notification.acknowledged_at DESC",
                        List.of(
                                Digests.ofTerm(notificationId),
                                NotificationBody.uuidBytes(notificationId)),
                        this::published));
    }

    private Published published(ResultSet row) throws SQLException {
        NotificationBody body = NotificationBody.unpacked(press, row.getBytes("body"));
        long acknowledgedAt = row.getLong("acknowledged_at");
        Optional<Delivery> sent =
                acknowledgedAt > 0
                        ? Optional.of(
                                new Delivery(
                                        Instant.ofEpochMilli(acknowledgedAt),
                                        row.getString("broker"),
                                        row.getString("reason")))
                        : Optional.empty();
        var ready =
                new Ready(
                        NotificationBody.uuidText(row.getBytes("uuid")),
                        row.getString("dataset"),
                        body.dataId(),
                        body.topic(),
                        body.rel(),
                        body.fingerprint(),
                        body.message(),
                        Instant.ofEpochMilli(row.getLong("pubtime")),
                        sent);
        return new Published(row.getLong("id"), new RunId(row.getLong("run")), ready);
    }
}
