package io.github.wis2chain.engine.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeps accounts, tokens and sessions, durably.
///
/// A returned future completes after the commit; exceptionally with `IllegalStateException` for what
/// the present state does not allow, and then nothing was written. Every change is written together
/// with the deed that the audit keeps of it.
public interface PeopleStore {

    /// All accounts, by name.
    List<Account> accounts();

    Optional<Account> account(String name);

    /// Adds an account; refused where the name is taken.
    CompletableFuture<Void> add(Account account, Deed deed);

    /// Changes one thing about an account, whatever else is changed at the same time, and ends its
    /// sessions. Refused where there is none, and where no enabled admin would be left.
    ///
    /// @return the account after the change
    CompletableFuture<Account> change(String account, AccountChange change, Deed deed);

    /// Removes an account and ends its sessions. Refused like a change.
    CompletableFuture<Void> remove(String account, Deed deed);

    /// All tokens, by name, expired ones included.
    List<AccessToken> tokens();

    Optional<AccessToken> token(String hash);

    /// Adds a token; refused where the name is taken.
    CompletableFuture<Void> add(AccessToken token, Deed deed);

    /// Removes a token; refused where there is none of this name.
    CompletableFuture<Void> revoke(String token, Deed deed);

    Optional<Session> session(String hash);

    /// Keeps a new session, and forgets those that are no longer valid. Looking at a password takes
    /// long enough for the account to be changed meanwhile.
    ///
    /// @param password that the account had when it was looked at
    /// @return false, and nothing is kept, if the account has another password now, is disabled or gone
    CompletableFuture<Boolean> begin(Session session, PasswordHash password, Deed deed);

    CompletableFuture<Void> end(Session session, Deed deed);

    /// Remembers that a session or a token was used.
    CompletableFuture<Void> used(String hash, Instant at);

    /// Keeps a deed that changed nothing.
    CompletableFuture<Void> record(Deed deed);
}
