package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.people.Session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Reads rows of accounts, tokens and sessions.
final class PeopleRows {

    private PeopleRows() {}

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.parse(row.getString("role")),
                PasswordHash.parse(row.getString("password")),
                row.getInt("enabled") == 1,
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("name"),
                Role.parse(row.getString("role")),
                row.getString("hash"),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                time(row.getLong("expires_at")),
                time(row.getLong("used_at")));
    }

    private static Optional<Instant> time(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("hash"),
                row.getString("account"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}
