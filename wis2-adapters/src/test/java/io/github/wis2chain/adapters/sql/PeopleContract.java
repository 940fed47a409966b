package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.AccountChange;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.PeopleStore;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.people.Session;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// How every store keeps people.
abstract class PeopleContract extends StoreFixture {

    private static final PasswordHash PASSWORD =
            PasswordHash.parse(
                    "pbkdf2-sha512$210000$zmE2OA2m8zKQRK4odhiPJg$TQ5M74cVpiZnU/ozUcZ4j4TlIq6nfgd6ZgkeBmdRUtg");
    private static final PasswordHash OTHER =
            PasswordHash.parse(
                    "pbkdf2-sha512$210001$zmE2OA2m8zKQRK4odhiPJg$TQ5M74cVpiZnU/ozUcZ4j4TlIq6nfgd6ZgkeBmdRUtg");
    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00.123Z");

    @Test
    void an_account_is_the_same_after_a_restart() {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();

        PeopleStore again = reopen().people();

        assertThat(again.account("jane").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(account("jane", Role.OPERATOR));
        assertThat(again.accounts()).hasSize(1);
        assertThat(again.account("Jane")).isEmpty();
    }

    @Test
    void a_name_is_taken_once() {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();

        refused(people().add(account("jane", Role.ADMIN), deed("user-add")), "already");
        assertThat(people().account("jane")).map(Account::role).contains(Role.OPERATOR);
    }

    @Test
    void a_change_ends_the_sessions_of_the_account_and_of_no_other() {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();
        people().add(account("ada", Role.OPERATOR), deed("user-add")).join();
        begin(session("s1", "jane", NOW));
        begin(session("s2", "ada", NOW));

        people().change("jane", new AccountChange.ToRole(Role.VIEWER), deed("user-role")).join();

        assertThat(people().account("jane")).map(Account::role).contains(Role.VIEWER);
        assertThat(people().session("s1")).isEmpty();
        assertThat(people().session("s2")).isPresent();
        refused(
                people().change("nobody", new AccountChange.ToRole(Role.VIEWER), deed("user-role")),
                "no account");
    }

    @Test
    void the_last_enabled_admin_is_neither_removed_nor_disabled_nor_made_less() {
        people().add(account("ada", Role.ADMIN), deed("user-add")).join();
        people().add(account("bob", Role.ADMIN).withEnabled(false), deed("user-add")).join();

        refused(people().remove("ada", deed("user-remove")), "last enabled admin");
        refused(change("ada", new AccountChange.ToEnabled(false)), "last enabled admin");
        refused(change("ada", new AccountChange.ToRole(Role.VIEWER)), "last enabled admin");
        change("ada", new AccountChange.ToPassword(PASSWORD)).join();
        change("bob", new AccountChange.ToEnabled(true)).join();
        people().remove("ada", deed("user-remove")).join();

        assertThat(people().accounts()).extracting(Account::name).containsExactly("bob");
    }

    private CompletableFuture<Account> change(String name, AccountChange change) {
        return people().change(name, change, deed("change"));
    }

    @Test
    void changes_of_different_things_at_the_same_time_are_all_kept() {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();

        var changes =
                List.of(
                        change("jane", new AccountChange.ToEnabled(false)),
                        change("jane", new AccountChange.ToRole(Role.VIEWER)),
                        change("jane", new AccountChange.ToPassword(OTHER)));
        changes.forEach(CompletableFuture::join);

        assertThat(people().account("jane").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(account("jane", Role.VIEWER).withEnabled(false).withPassword(OTHER));
        assertThat(changes.getLast().join())
                .usingRecursiveComparison()
                .isEqualTo(people().account("jane").orElseThrow());
    }

    @Test
    void a_token_is_found_by_its_hash_until_it_is_revoked() {
        AccessToken token =
                new AccessToken(
                        "feeder",
                        Role.OPERATOR,
                        AccessSecret.fresh("wis2t_").hash(),
                        "jane",
                        NOW,
                        Optional.of(NOW.plusSeconds(60)),
                        Optional.empty());
        people().add(token, deed("token-create")).join();

        assertThat(reopen().people().token(token.hash())).contains(token);
        refused(people().add(token, deed("token-create")), "already");
        people().used(token.hash(), NOW.plusSeconds(5)).join();
        assertThat(people().tokens())
                .extracting(AccessToken::usedAt)
                .containsExactly(Optional.of(NOW.plusSeconds(5)));
        people().revoke("feeder", deed("token-revoke")).join();
        assertThat(people().token(token.hash())).isEmpty();
        refused(people().revoke("feeder", deed("token-revoke")), "no token");
    }

    @Test
    void a_session_is_kept_used_and_ended_and_old_ones_are_forgotten() {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();
        begin(session("old", "jane", NOW.minus(Session.LONGEST)));
        Session session = session("s", "jane", NOW);
        begin(session);

        assertThat(people().session("old")).isEmpty();
        assertThat(reopen().people().session("s")).contains(session);
        people().used("s", NOW.plusSeconds(90)).join();
        assertThat(people().session("s")).map(Session::usedAt).contains(NOW.plusSeconds(90));
        people().end(session, deed("sign-out")).join();
        assertThat(people().session("s")).isEmpty();
    }

    @Test
    void a_session_begins_only_while_the_account_is_as_it_was_looked_at() {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();
        Session session = session("s", "jane", NOW);

        people().change("jane", new AccountChange.ToPassword(OTHER), deed("user-password")).join();
        assertThat(people().begin(session, PASSWORD, deed("sign-in")).join()).isFalse();
        people().change("jane", new AccountChange.ToEnabled(false), deed("user-disable")).join();
        assertThat(people().begin(session, OTHER, deed("sign-in")).join()).isFalse();
        people().remove("jane", deed("user-remove")).join();
        assertThat(people().begin(session, OTHER, deed("sign-in")).join()).isFalse();

        assertThat(people().session("s")).isEmpty();
    }

    private void begin(Session session) {
        assertThat(people().begin(session, PASSWORD, deed("sign-in")).join()).isTrue();
    }

    @Test
    void every_change_leaves_a_deed_and_a_refused_one_leaves_none() throws SQLException {
        people().add(account("jane", Role.OPERATOR), deed("user-add")).join();
        refused(people().add(account("jane", Role.ADMIN), deed("user-add-again")), "already");
        people().record(deed("sign-in-refused")).join();

        try (Connection connection = connect()) {
            assertThat(
                            Reads.list(
                                    connection,
                                    "SELECT kind, subject, who, remote FROM act ORDER BY id",
                                    List.of(),
                                    row ->
                                            "%s %s %s %s"
                                                    .formatted(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            row.getString(3),
                                                            row.getString(4))))
                    .containsExactly(
                            "user-add jane ada 192.0.2.7", "sign-in-refused jane ada 192.0.2.7");
        }
    }

    private PeopleStore people() {
        return store().people();
    }

    private static Account account(String name, Role role) {
        return new Account(name, role, PASSWORD, true, NOW);
    }

    private static Session session(String hash, String account, Instant at) {
        return new Session(hash, account, at, at);
    }

    private static Deed deed(String kind) {
        return new Deed(kind, "jane", "ada", "192.0.2.7", "", NOW);
    }

    private static void refused(CompletableFuture<?> write, String why) {
        assertThatThrownBy(write::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }
}
