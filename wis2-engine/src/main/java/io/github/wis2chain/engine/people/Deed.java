package io.github.wis2chain.engine.people;

import java.time.Instant;

/// What concerns people, for the audit: who signed in or was refused, and who changed which account
/// or token.
///
/// @param kind such as `sign-in`, `sign-in-refused`, `user-add`, `token-revoke`
/// @param subject the account or token that it was done to
/// @param who the account or token that did it
/// @param from the address that it came from
/// @param text more about it; may be empty
public record Deed(String kind, String subject, String who, String from, String text, Instant at) {}
