package io.github.wis2chain.adapters.sql;

/// The store cannot be opened; the message says in one sentence why and what to do.
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnusable(String message) {
        super(message);
    }

    StoreUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
