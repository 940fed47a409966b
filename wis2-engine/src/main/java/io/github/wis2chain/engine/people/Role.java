package io.github.wis2chain.engine.people;

import java.util.Locale;

/// What somebody may do. Each role may do all that the ones before it may.
public enum Role {
    /// Looks at everything that is not secret, and tries events out.
    VIEWER,
    /// Hands events in, and acts on runs, sources and datasets.
    OPERATOR,
    /// Looks after accounts and tokens.
    ADMIN;

    /// The role that this word names: `viewer`, `operator` or `admin`.
    public static Role parse(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "role [%s] must be viewer, operator or admin".formatted(word));
    }

    /// The role in the API, on the command line and in the store.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether who has this role may do what needs the other.
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
