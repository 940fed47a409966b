package io.github.wis2chain.engine.run;

/// The store could not be read, for instance because its database is down. Nothing was changed.
public final class StoreUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnreadable(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreUnreadable(String message) {
        super(message);
    }
}
