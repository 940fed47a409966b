package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.StoreUnreadable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import javax.sql.DataSource;

/// Asks the database, on threads of its own: a native call would hold up the carrier of a virtual
/// thread and so many others. Safe for any thread.
final class Reads implements AutoCloseable {

    private final DataSource source;
    private final ExecutorService threads;

    Reads(DataSource source, int count) {
        this.source = source;
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().name("store-reader-", 1).daemon().factory());
    }

    /// One question, or several at the same state of the database.
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /// Makes a value of the current row.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The answer. An interrupted caller waits for it all the same, it takes milliseconds, and stays
    /// interrupted.
    ///
    /// @throws StoreUnreadable if the database cannot answer
    <T> T ask(Question<T> question) {
        Future<T> answer = begin(question);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw unanswered(failure);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> Future<T> begin(Question<T> question) {
        try {
            return threads.submit(() -> {
                try (Connection connection = source.getConnection()) {
                    return question.ask(connection);
                }
            });
        } catch (RejectedExecutionException closed) {
            throw new StoreUnreadable("The store is closed", closed);
        }
    }

    private static RuntimeException unanswered(ExecutionException failure) {
        return switch (failure.getCause()) {
            case SQLException unreadable ->
                    new StoreUnreadable("The store could not be read", unreadable);
            case null, default ->
                    new IllegalStateException("A question to the store failed", failure.getCause());
        };
    }

    static <T> List<T> list(Connection connection, String sql, List<?> values, Row<T> row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                var list = new ArrayList<T>();
                while (rows.next()) {
                    list.add(row.read(rows));
                }
                return list;
            }
        }
    }

    static <T> Optional<T> one(Connection connection, String sql, List<?> values, Row<T> row)
            throws SQLException {
        return list(connection, sql, values, row).stream().findFirst();
    }

    /// `?, ?, ?` for so many values.
    static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    @Override
    public void close() {
        threads.close();
    }
}
