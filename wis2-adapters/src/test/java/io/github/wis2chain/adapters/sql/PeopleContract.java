package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
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
        people().begin(session("s1", "jane", NOW), deed("sign-in")).join();
        people().begin(session("s2", "ada", NOW), deed("sign-in")).join();

        people().change(account("jane", Role.VIEWER), deed("user-role")).join();

        assertThat(people().account("jane")).map(Account::role).contains(Role.VIEWER);
        assertThat(people().session("s1")).isEmpty();
        assertThat(people().session("s2")).isPresent();
        refused(people().change(account("nobody", Role.VIEWER), deed("user-role")), "no account");
    }

    @Test
    void the_last_enabled_admin_is_neither_removed_nor_disabled_nor_made_less() {
        Account ada = account("ada", Role.ADMIN);
        people().add(ada, deed("user-add")).join();
        people().add(account("bob", Role.ADMIN).withEnabled(false), deed("user-add")).join();

        refused(people().remove("ada", deed("user-remove")), "last enabled admin");
        refused(people().change(ada.withEnabled(false), deed("x")), "last enabled admin");
        refused(people().change(ada.withRole(Role.VIEWER), deed("x")), "last enabled admin");
        people().change(ada.withPassword(PASSWORD), deed("user-password")).join();
        people().change(account("bob", Role.ADMIN), deed("user-enable")).join();
        people().remove("ada", deed("user-remove")).join();

        assertThat(people().accounts()).extracting(Account::name).containsExactly("bob");
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
        people().begin(session("old", "jane", NOW.minus(Session.LONGEST)), deed("sign-in")).join();
        Session session = session("s", "jane", NOW);
        people().begin(session, deed("sign-in")).join();

        assertThat(people().session("old")).isEmpty();
        assertThat(reopen().people().session("s")).contains(session);
        people().used("s", NOW.plusSeconds(90)).join();
        assertThat(people().session("s")).map(Session::usedAt).contains(NOW.plusSeconds(90));
        people().end(session, deed("sign-out")).join();
        assertThat(people().session("s")).isEmpty();
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

    private static void refused(CompletableFuture<Void> write, String why) {
        assertThatThrownBy(write::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }
}
