package io.github.wis2chain.engine.people;

import java.util.Optional;

/// Who calls, and what they may do.
///
/// @param name for the audit: of the account, or of the token
/// @param session the session, for an account
public record Caller(String name, Role role, Kind kind, Optional<Session> session) {

    /// How somebody is known.
    public enum Kind {
        /// By a session of an account.
        ACCOUNT,
        /// By a token.
        TOKEN,
        /// By being the node's own user on the node's own machine.
        LOCAL
    }

    /// Somebody known by a token.
    public static Caller token(String name, Role role) {
        return new Caller(name, role, Kind.TOKEN, Optional.empty());
    }
}
