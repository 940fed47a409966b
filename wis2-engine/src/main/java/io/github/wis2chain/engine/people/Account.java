package io.github.wis2chain.engine.people;

import java.time.Instant;
import java.util.regex.Pattern;

/// Somebody who signs in with a password.
///
/// @param name 1 to 64 letters, digits, dots, hyphens, underscores and at signs
public record Account(
        String name, Role role, PasswordHash password, boolean enabled, Instant createdAt) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 256;

    public Account {
        checkName(name);
    }

    /// Refuses what cannot be the name of an account or a token.
    public static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name [%s] must have 1 to 64 letters, digits, dots, hyphens, underscores or at signs, and begin with a letter or digit"
                            .formatted(name.length() > 64 ? name.substring(0, 64) : name));
        }
    }

    /// Refuses what is too easily guessed, or too long to be hashed.
    public static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password must have %d to %d characters"
                            .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
    }

    /// The same with another role.
    public Account withRole(Role other) {
        return new Account(name, other, password, enabled, createdAt);
    }

    /// The same with another password.
    public Account withPassword(PasswordHash other) {
        return new Account(name, role, other, enabled, createdAt);
    }

    /// The same, let in or not.
    public Account withEnabled(boolean other) {
        return new Account(name, role, password, other, createdAt);
    }
}
