package io.github.wis2chain.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class PeopleTest {

    private static final PasswordHash HASH = PasswordHash.of("correct horse".toCharArray());

    private Instant now = Instant.parse("2027-03-04T10:00:00Z");
    private final InMemoryPeopleStore store = new InMemoryPeopleStore();
    private final People people = new People(store, () -> now);

    @BeforeEach
    void jane() {
        store.add(new Account("jane", Role.OPERATOR, HASH, true, now), deed()).join();
    }

    @Test
    void the_sixth_slip_makes_wait_and_each_further_one_twice_as_long() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(people.signIn("jane", "guess", "a")).isInstanceOf(SignIn.Refused.class);
        }

        assertThat(people.signIn("jane", "correct horse", "b"))
                .isEqualTo(new SignIn.Wait(Duration.ofSeconds(1)));
        now = now.plusSeconds(1);
        assertThat(people.signIn("jane", "guess", "a")).isInstanceOf(SignIn.Refused.class);
        assertThat(people.signIn("jane", "correct horse", "b"))
                .isEqualTo(new SignIn.Wait(Duration.ofSeconds(2)));
        now = now.plusSeconds(2);
        assertThat(people.signIn("jane", "correct horse", "b")).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void an_address_that_tries_many_names_has_to_wait() throws Exception {
        for (int i = 0; i < 21; i++) {
            people.signIn("name-" + i, "guess", "a");
        }

        assertThat(people.signIn("jane", "correct horse", "a")).isInstanceOf(SignIn.Wait.class);
        assertThat(people.signIn("jane", "correct horse", "b")).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void nobody_waits_longer_than_five_minutes() throws Exception {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 31; i++) {
            people.signIn("name-" + i, "guess", "a");
            if (people.signIn("jane", "guess", "a") instanceof SignIn.Wait wait) {
                longest = wait.time();
                now = now.plus(longest);
            }
        }

        assertThat(longest).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_right_password_takes_back_the_slips_of_its_owner() throws Exception {
        for (int i = 0; i < 25; i++) {
            if (i % 5 == 0) {
                assertThat(people.signIn("jane", "correct horse", "a"))
                        .isInstanceOf(SignIn.Done.class);
            }
            people.signIn("jane", "slip", "a");
        }

        assertThat(people.signIn("jane", "correct horse", "a")).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void a_right_password_takes_back_no_guesses_at_others() throws Exception {
        for (int i = 0; i < 20; i++) {
            people.signIn("name-" + i, "guess", "a");
        }
        assertThat(people.signIn("jane", "correct horse", "a")).isInstanceOf(SignIn.Done.class);

        people.signIn("name-20", "guess", "a");

        assertThat(people.signIn("jane", "correct horse", "a")).isInstanceOf(SignIn.Wait.class);
    }

    @Test
    void a_session_ends_when_it_is_not_used_and_in_any_case_after_a_day() throws Exception {
        AccessSecret secret = session();
        now = now.plus(Session.IDLE).minusSeconds(1);
        assertThat(people.bySession(secret)).isPresent();
        now = now.plus(Session.IDLE).minusSeconds(1);
        assertThat(people.bySession(secret)).isPresent();
        now = now.plus(Session.IDLE);
        assertThat(people.bySession(secret)).isEmpty();

        AccessSecret busy = session();
        Instant end = now.plus(Session.LONGEST);
        while (now.isBefore(end)) {
            assertThat(people.bySession(busy)).isPresent();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(people.bySession(busy)).isEmpty();
    }

    @Test
    void what_is_kept_of_a_session_does_not_let_in() throws Exception {
        AccessSecret secret = session();

        assertThat(people.bySession(new AccessSecret(secret.hash()))).isEmpty();
        assertThat(people.byToken(secret)).isEmpty();
        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(secret.crossSiteToken()).isNotEqualTo(secret.hash());
    }

    @Test
    void a_token_lets_in_until_it_expires() {
        var secret = AccessSecret.fresh("wis2t_");
        var token =
                new AccessToken(
                        "feeder",
                        Role.OPERATOR,
                        secret.hash(),
                        "jane",
                        now,
                        Optional.of(now.plusSeconds(10)),
                        Optional.empty());
        store.add(token, deed()).join();

        assertThat(people.byToken(secret)).map(Caller::role).contains(Role.OPERATOR);
        now = now.plusSeconds(10);
        assertThat(people.byToken(secret)).isEmpty();
    }

    private AccessSecret session() throws InterruptedException {
        if (people.signIn("jane", "correct horse", "a") instanceof SignIn.Done done) {
            store.begin(done.session(), done.account().password(), deed()).join();
            return done.secret();
        }
        throw new AssertionError("jane was not let in");
    }

    private Deed deed() {
        return new Deed("test", "jane", "test", "", "", now);
    }
}
