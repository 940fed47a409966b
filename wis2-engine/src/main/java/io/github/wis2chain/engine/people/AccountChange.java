package io.github.wis2chain.engine.people;

/// One thing about an account that becomes another.
public sealed interface AccountChange {

    record ToRole(Role role) implements AccountChange {}

    record ToPassword(PasswordHash password) implements AccountChange {}

    /// Lets it in, or no longer.
    record ToEnabled(boolean enabled) implements AccountChange {}

    /// The account after the change.
    default Account of(Account account) {
        return switch (this) {
            case ToRole(var role) -> account.withRole(role);
            case ToPassword(var password) -> account.withPassword(password);
            case ToEnabled(var enabled) -> account.withEnabled(enabled);
        };
    }
}
