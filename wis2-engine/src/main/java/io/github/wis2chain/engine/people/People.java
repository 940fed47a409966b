package io.github.wis2chain.engine.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Knows who calls.
///
/// Passwords are looked at one at a time, so that guessing them costs the guesser time and nobody
/// else the machine. Safe for any thread.
public final class People {

    /// Five slips are free for an account, twenty for an address, from which a whole office may come;
    /// then 1 s, 2 s, 4 s up to this. An attacker can make somebody wait that long at a time, and
    /// somebody who is signed in not at all.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /// What the password of an unknown account is compared with, for the time that it takes.
    private static final PasswordHash NOBODY =
            PasswordHash.parse(
                    "pbkdf2-sha512$210000$zmE2OA2m8zKQRK4odhiPJg$TQ5M74cVpiZnU/ozUcZ4j4TlIq6nfgd6ZgkeBmdRUtg");

    /// How long one waits for the attempts of others.
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);

    private static final String SESSION_PREFIX = "wis2s_";

    private final PeopleStore store;
    private final InstantSource clock;
    private final Backoff accounts = new Backoff(5, Duration.ofSeconds(1), LONGEST_WAIT);
    private final Backoff addresses = new Backoff(20, Duration.ofSeconds(1), LONGEST_WAIT);

    /// What each account has to do with the failures of an address; makes nobody wait.
    private final Backoff shares = new Backoff(Integer.MAX_VALUE, Duration.ZERO, LONGEST_WAIT);

    private final Semaphore checks = new Semaphore(1, true);

    public People(PeopleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Where they are kept.
    public PeopleStore store() {
        return store;
    }

    /// Checks a password, slowly. A session that comes of it is not kept yet.
    ///
    /// @param address where the attempt comes from
    public SignIn signIn(String name, String password, String address) throws InterruptedException {
        if (!checks.tryAcquire(LONGEST_QUEUE.toSeconds(), TimeUnit.SECONDS)) {
            return new SignIn.Wait(LONGEST_QUEUE);
        }
        try {
            // Looked at here, so that many attempts at once count like one after the other.
            Optional<Duration> wait = longer(name, address, clock.instant());
            if (wait.isPresent()) {
                return new SignIn.Wait(wait.get());
            }
            Optional<Account> account = store.account(name);
            boolean right =
                    account.map(Account::password).orElse(NOBODY).verify(password.toCharArray());
            Instant now = clock.instant();
            Optional<Account> enabled = account.filter(Account::enabled);
            if (!right || enabled.isEmpty()) {
                accounts.failed(name, now);
                addresses.failed(address, now);
                shares.failed(share(name, address), now);
                return new SignIn.Refused();
            }
            succeeded(name, address, now);
            var secret = AccessSecret.fresh(SESSION_PREFIX);
            return new SignIn.Done(
                    enabled.get(), new Session(secret.hash(), name, now, now), secret);
        } finally {
            checks.release();
        }
    }

    /// Of the failures of an address somebody takes back their own slips and no others: who has one
    /// account must not be able to go on guessing at the rest.
    private void succeeded(String name, String address, Instant now) {
        accounts.succeeded(name);
        addresses.forgive(address, shares.count(share(name, address), now));
        shares.succeeded(share(name, address));
    }

    private static String share(String name, String address) {
        return name + "\n" + address;
    }

    /// Who uses this session.
    public Optional<Caller> bySession(AccessSecret secret) {
        Instant now = clock.instant();
        Optional<Session> session = session(secret, now);
        session.filter(known -> known.wantsTouch(now)).ifPresent(known -> touch(known.hash(), now));
        return session.flatMap(this::holder);
    }

    /// Who has this session. That is no use of it: what is merely left open keeps no session alive.
    public Optional<Caller> holderOfSession(AccessSecret secret) {
        return session(secret, clock.instant()).flatMap(this::holder);
    }

    private Optional<Session> session(AccessSecret secret, Instant now) {
        return store.session(secret.hash()).filter(known -> known.isValid(now));
    }

    private Optional<Caller> holder(Session session) {
        return store.account(session.account())
                .filter(Account::enabled)
                .map(account ->
                        new Caller(
                                account.name(),
                                account.role(),
                                Caller.Kind.ACCOUNT,
                                Optional.of(session)));
    }

    /// Who uses this token.
    public Optional<Caller> byToken(AccessSecret secret) {
        Instant now = clock.instant();
        Optional<AccessToken> token = token(secret, now);
        token.filter(known ->
                        known.usedAt().filter(used -> now.isBefore(used.plusSeconds(60))).isEmpty())
                .ifPresent(known -> touch(known.hash(), now));
        return token.map(People::bearer);
    }

    /// Who has this token. That is no use of it.
    public Optional<Caller> holderOfToken(AccessSecret secret) {
        return token(secret, clock.instant()).map(People::bearer);
    }

    private Optional<AccessToken> token(AccessSecret secret, Instant now) {
        return store.token(secret.hash()).filter(known -> known.isValid(now));
    }

    private static Caller bearer(AccessToken token) {
        return Caller.token("token " + token.name(), token.role());
    }

    private void touch(String hash, Instant now) {
        // Not waited for: that a use was not noted must not keep anybody from working.
        var _ = store.used(hash, now);
    }

    private Optional<Duration> longer(String name, String address, Instant now) {
        Duration account = accounts.wait(name, now).orElse(Duration.ZERO);
        Duration origin = addresses.wait(address, now).orElse(Duration.ZERO);
        Duration longer = account.compareTo(origin) > 0 ? account : origin;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }
}
