package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.AccountChange;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.PeopleStore;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.people.Session;
import io.github.wis2chain.engine.run.Ids;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeps accounts, tokens and sessions.
final class SqlPeople implements PeopleStore {

    private static final String ACCOUNT =
            "SELECT name, role, password, enabled, created_at FROM account";
    private static final String TOKEN =
            "SELECT name, role, hash, created_by, created_at, expires_at, used_at FROM"
                    + " access_token";
    private static final String SESSION =
            "SELECT hash, account, created_at, used_at FROM account_session";

    private final Journal journal;
    private final Reads reads;
    private final Ids ids;

    SqlPeople(Journal journal, Reads reads, Ids ids) {
        this.journal = journal;
        this.reads = reads;
        this.ids = ids;
    }

    @Override
    public List<Account> accounts() {
        return list(ACCOUNT + " ORDER BY name", List.of(), PeopleRows::account);
    }

    @Override
    public Optional<Account> account(String name) {
        return list(ACCOUNT + " WHERE name = ?", List.of(name), PeopleRows::account).stream()
                .findFirst();
    }

    @Override
    public CompletableFuture<Void> add(Account account, Deed deed) {
        return perform(commit -> {
            int added =
                    commit.execute(
                            "INSERT INTO account (name, role, password, enabled, created_at)"
                                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            account.name(),
                            account.role().word(),
                            account.password().toString(),
                            account.enabled() ? 1 : 0,
                            account.createdAt().toEpochMilli());
            if (added == 0) {
                throw new IllegalStateException(
                        "there is an account [%s] already".formatted(account.name()));
            }
            write(deed, commit);
        });
    }

    @Override
    public CompletableFuture<Account> change(String name, AccountChange change, Deed deed) {
        return write(commit -> {
            Account changed = change.of(present(name, commit));
            boolean stays = changed.enabled() && changed.role() == Role.ADMIN;
            wantAdmin(name, stays, commit);
            switch (change) {
                case AccountChange.ToRole(var role) -> set("role", role.word(), name, commit);
                case AccountChange.ToPassword(var password) ->
                        set("password", password.toString(), name, commit);
                case AccountChange.ToEnabled(var enabled) ->
                        set("enabled", enabled ? 1 : 0, name, commit);
            }
            endSessions(name, commit);
            write(deed, commit);
            return changed;
        });
    }

    private static void set(String column, Object value, String name, Commit commit)
            throws SQLException {
        commit.execute("UPDATE account SET %s = ? WHERE name = ?".formatted(column), value, name);
    }

    @Override
    public CompletableFuture<Void> remove(String account, Deed deed) {
        return perform(commit -> {
            wantAdmin(present(account, commit).name(), false, commit);
            commit.execute("DELETE FROM account WHERE name = ?", account);
            endSessions(account, commit);
            write(deed, commit);
        });
    }

    @Override
    public List<AccessToken> tokens() {
        return list(TOKEN + " ORDER BY name", List.of(), PeopleRows::token);
    }

    @Override
    public Optional<AccessToken> token(String hash) {
        return list(TOKEN + " WHERE hash = ?", List.of(hash), PeopleRows::token).stream()
                .findFirst();
    }

    @Override
    public CompletableFuture<Void> add(AccessToken token, Deed deed) {
        return perform(commit -> {
            int added =
                    commit.execute(
                            "INSERT INTO access_token (hash, name, role, created_by, created_at,"
                                    + " expires_at, used_at) VALUES (?, ?, ?, ?, ?, ?, 0)"
                                    + " ON CONFLICT DO NOTHING",
                            token.hash(),
                            token.name(),
                            token.role().word(),
                            token.createdBy(),
                            token.createdAt().toEpochMilli(),
                            token.expiresAt().map(Instant::toEpochMilli).orElse(0L));
            if (added == 0) {
                throw new IllegalStateException(
                        "there is a token [%s] already".formatted(token.name()));
            }
            write(deed, commit);
        });
    }

    @Override
    public CompletableFuture<Void> revoke(String token, Deed deed) {
        return perform(commit -> {
            if (commit.execute("DELETE FROM access_token WHERE name = ?", token) == 0) {
                throw new IllegalStateException("there is no token [%s]".formatted(token));
            }
            write(deed, commit);
        });
    }

    @Override
    public Optional<Session> session(String hash) {
        return list(SESSION + " WHERE hash = ?", List.of(hash), PeopleRows::session).stream()
                .findFirst();
    }

    @Override
    public CompletableFuture<Boolean> begin(Session session, PasswordHash password, Deed deed) {
        return write(commit -> {
            // It changes nothing, but whoever changes the account at the same time waits, and then
            // sees the session that it is to end.
            int same =
                    commit.execute(
                            "UPDATE account SET enabled = 1"
                                    + " WHERE name = ? AND enabled = 1 AND password = ?",
                            session.account(),
                            password.toString());
            if (same == 0) {
                return false;
            }
            commit.execute(
                    "DELETE FROM account_session WHERE used_at < ? OR created_at < ?",
                    session.createdAt().minus(Session.IDLE).toEpochMilli(),
                    session.createdAt().minus(Session.LONGEST).toEpochMilli());
            commit.execute(
                    "INSERT INTO account_session (hash, account, created_at, used_at)"
                            + " VALUES (?, ?, ?, ?)",
                    session.hash(),
                    session.account(),
                    session.createdAt().toEpochMilli(),
                    session.usedAt().toEpochMilli());
            write(deed, commit);
            return true;
        });
    }

    @Override
    public CompletableFuture<Void> end(Session session, Deed deed) {
        return perform(commit -> {
            commit.execute("DELETE FROM account_session WHERE hash = ?", session.hash());
            write(deed, commit);
        });
    }

    @Override
    public CompletableFuture<Void> used(String hash, Instant at) {
        return perform(commit -> {
            long time = at.toEpochMilli();
            commit.execute("UPDATE account_session SET used_at = ? WHERE hash = ?", time, hash);
            commit.execute("UPDATE access_token SET used_at = ? WHERE hash = ?", time, hash);
        });
    }

    @Override
    public CompletableFuture<Void> record(Deed deed) {
        return perform(commit -> write(deed, commit));
    }

    /// Refuses where there is no such account.
    private static Account present(String name, Commit commit) throws SQLException {
        return Reads.one(
                        commit.connection(),
                        ACCOUNT + " WHERE name = ?",
                        List.of(name),
                        PeopleRows::account)
                .orElseThrow(() ->
                        new IllegalStateException("there is no account [%s]".formatted(name)));
    }

    /// Refuses where it is the last that can look after the others.
    private static void wantAdmin(String name, boolean staysAdmin, Commit commit)
            throws SQLException {
        List<String> admins =
                Reads.list(
                        commit.connection(),
                        "SELECT name FROM account WHERE role = ? AND enabled = 1",
                        List.of(Role.ADMIN.word()),
                        row -> row.getString(1));
        if (!staysAdmin && admins.equals(List.of(name))) {
            throw new IllegalStateException(
                    "account [%s] is the last enabled admin; make another one first"
                            .formatted(name));
        }
    }

    private static void endSessions(String account, Commit commit) throws SQLException {
        commit.execute("DELETE FROM account_session WHERE account = ?", account);
    }

    private void write(Deed deed, Commit commit) throws SQLException {
        commit.execute(
                "INSERT INTO act (id, subject, kind, who, text, at, remote)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                ids.number(),
                deed.subject(),
                deed.kind(),
                deed.who(),
                deed.text(),
                deed.at().toEpochMilli(),
                deed.from());
    }

    /// A change that has no result.
    @FunctionalInterface
    private interface Change {
        void make(Commit commit) throws SQLException;
    }

    private CompletableFuture<Void> perform(Change change) {
        return write(
                        commit -> {
                            change.make(commit);
                            return true;
                        })
                .thenAccept(done -> {});
    }

    private <T> CompletableFuture<T> write(WriteAct.Deed<T> deed) {
        return journal.write(new WriteAct<>(deed));
    }

    private <T> List<T> list(String sql, List<?> values, Reads.Row<T> row) {
        return reads.ask(connection -> Reads.list(connection, sql, values, row));
    }
}
