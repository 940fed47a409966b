package io.github.wis2chain.app.demo;

import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.Role;

import java.time.Instant;
import java.util.List;

/// The accounts of the demonstration, one for each role. The password of each is its name, so they
/// must not be used where others can connect.
final class DemoAccounts {

    private static final String VIEWER =
            "pbkdf2-sha512$210000$oxxcQdN9VTq8diasi+VbCg$A1CuRd7mWbxTDfXb0f2DT3l3RgQu0Cso0Yrpe7yssMM";
    private static final String OPERATOR =
            "pbkdf2-sha512$210000$EOlIPXchru81meJBkNux3A$bTbOPkngYfdNBNXqGfFdnpqMvCxWQmhzHfokEubHz2M";
    private static final String ADMIN =
            "pbkdf2-sha512$210000$sREo/YIpDOjGfEbDHUKmwg$4n5rIjhbaDZ6xh5ILtErBaaGSklPdTWeJMTD95H/ndA";

    private DemoAccounts() {}

    /// All of them.
    static List<Account> at(Instant now) {
        return List.of(
                account(Role.VIEWER, VIEWER, now),
                account(Role.OPERATOR, OPERATOR, now),
                account(Role.ADMIN, ADMIN, now));
    }

    private static Account account(Role role, String hash, Instant now) {
        return new Account(role.word(), role, PasswordHash.parse(hash), true, now);
    }
}
