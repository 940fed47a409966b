package io.github.wis2chain.engine.people;

import java.time.Duration;

/// What came of an attempt to sign in.
public sealed interface SignIn {

    /// The password was right.
    ///
    /// @param secret what the session's cookie is to carry
    record Done(Account account, Session session, AccessSecret secret) implements SignIn {}

    /// Name or password is wrong, or the account is disabled: which one is not told.
    record Refused() implements SignIn {}

    /// Too many attempts failed; the password was not looked at.
    record Wait(Duration time) implements SignIn {}
}
