package io.github.wis2chain.app;

import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.PeopleStore;
import io.github.wis2chain.engine.people.Role;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// The accounts of a node that has none yet.
final class FirstAccounts {

    private static final String ADMIN = "admin";

    /// Without those that are easily mistaken for one another.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 20;

    private final PeopleStore store;
    private final Instant now;

    FirstAccounts(PeopleStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /// Adds these where there are none.
    void add(List<Account> accounts) {
        if (!store.accounts().isEmpty()) {
            return;
        }
        for (Account account : accounts) {
            addOne(account);
        }
    }

    /// Makes `admin` where there is no account.
    ///
    /// @return its password, the one time that it is known
    Optional<String> admin() {
        if (!store.accounts().isEmpty()) {
            return Optional.empty();
        }
        String password = password();
        PasswordHash hash = PasswordHash.of(password.toCharArray());
        boolean added = addOne(new Account(ADMIN, Role.ADMIN, hash, true, now));
        return added ? Optional.of(password) : Optional.empty();
    }

    /// Of nodes that share a store and start together, one is first.
    private boolean addOne(Account account) {
        var deed = new Deed("user-add", account.name(), "node", "", "first start of the node", now);
        try {
            store.add(account, deed).join();
            return true;
        } catch (CompletionException failure) {
            if (store.account(account.name()).isPresent()) {
                return false;
            }
            throw failure;
        }
    }

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
