package io.github.wis2chain.engine.people;

import java.time.Instant;
import java.util.Optional;

/// What a program signs in with.
///
/// @param name what the audit calls whoever carries it
/// @param role the scope: what it lets do
/// @param hash of its secret, which is shown once and never kept
public record AccessToken(
        String name,
        Role role,
        String hash,
        String createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> usedAt) {

    public AccessToken {
        Account.checkName(name);
    }

    /// Whether it still lets in.
    public boolean isValid(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
