package io.github.wis2chain.engine.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Keeps people in memory, and the deeds for a test to look at.
public class InMemoryPeopleStore implements PeopleStore {

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, AccessToken> tokens = new TreeMap<>();
    private final Map<String, Session> sessions = new TreeMap<>();
    private final List<Deed> deeds = new ArrayList<>();

    /// What was done, oldest first.
    public synchronized List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    @Override
    public synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public synchronized Optional<Account> account(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public synchronized CompletableFuture<Void> add(Account account, Deed deed) {
        if (accounts.containsKey(account.name())) {
            return refused("there is an account [%s] already".formatted(account.name()));
        }
        accounts.put(account.name(), account);
        return record(deed);
    }

    @Override
    public synchronized CompletableFuture<Account> change(
            String name, AccountChange change, Deed deed) {
        Optional<Account> changed = Optional.ofNullable(accounts.get(name)).map(change::of);
        boolean stays =
                changed.filter(Account::enabled)
                        .filter(account -> account.role() == Role.ADMIN)
                        .isPresent();
        Optional<String> objection = objection(name, stays);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        accounts.put(name, changed.orElseThrow());
        endSessions(name);
        return record(deed).thenApply(done -> changed.orElseThrow());
    }

    @Override
    public synchronized CompletableFuture<Void> remove(String account, Deed deed) {
        Optional<String> objection = objection(account, false);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        accounts.remove(account);
        endSessions(account);
        return record(deed);
    }

    @Override
    public synchronized List<AccessToken> tokens() {
        return List.copyOf(tokens.values());
    }

    @Override
    public synchronized Optional<AccessToken> token(String hash) {
        return tokens.values().stream().filter(each -> each.hash().equals(hash)).findFirst();
    }

    @Override
    public synchronized CompletableFuture<Void> add(AccessToken token, Deed deed) {
        if (tokens.containsKey(token.name())) {
            return refused("there is a token [%s] already".formatted(token.name()));
        }
        tokens.put(token.name(), token);
        return record(deed);
    }

    @Override
    public synchronized CompletableFuture<Void> revoke(String token, Deed deed) {
        return tokens.remove(token) == null
                ? refused("there is no token [%s]".formatted(token))
                : record(deed);
    }

    @Override
    public synchronized Optional<Session> session(String hash) {
        return Optional.ofNullable(sessions.get(hash));
    }

    @Override
    public synchronized CompletableFuture<Boolean> begin(
            Session session, PasswordHash password, Deed deed) {
        boolean same =
                Optional.ofNullable(accounts.get(session.account()))
                        .filter(Account::enabled)
                        .filter(known -> known.password().toString().equals(password.toString()))
                        .isPresent();
        if (same) {
            sessions.put(session.hash(), session);
            deeds.add(deed);
        }
        return CompletableFuture.completedFuture(same);
    }

    @Override
    public synchronized CompletableFuture<Void> end(Session session, Deed deed) {
        sessions.remove(session.hash());
        return record(deed);
    }

    @Override
    public synchronized CompletableFuture<Void> used(String hash, Instant at) {
        sessions.computeIfPresent(
                hash, (key, old) -> new Session(key, old.account(), old.createdAt(), at));
        tokens.replaceAll((name, old) ->
                old.hash().equals(hash)
                        ? new AccessToken(
                                name,
                                old.role(),
                                hash,
                                old.createdBy(),
                                old.createdAt(),
                                old.expiresAt(),
                                Optional.of(at))
                        : old);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletableFuture<Void> record(Deed deed) {
        deeds.add(deed);
        return CompletableFuture.completedFuture(null);
    }

    private Optional<String> objection(String name, boolean staysAdmin) {
        if (!accounts.containsKey(name)) {
            return Optional.of("there is no account [%s]".formatted(name));
        }
        List<String> admins =
                accounts.values().stream()
                        .filter(each -> each.enabled() && each.role() == Role.ADMIN)
                        .map(Account::name)
                        .toList();
        return !staysAdmin && admins.equals(List.of(name))
                ? Optional.of("account [%s] is the last enabled admin".formatted(name))
                : Optional.empty();
    }

    private void endSessions(String account) {
        sessions.values().removeIf(each -> each.account().equals(account));
    }

    private static <T> CompletableFuture<T> refused(String why) {
        return CompletableFuture.failedFuture(new IllegalStateException(why));
    }
}
