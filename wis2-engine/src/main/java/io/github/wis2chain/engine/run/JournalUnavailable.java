package io.github.wis2chain.engine.run;

/// The journal could not be written, for instance because the disk is full: the event was not kept
/// and must not be acknowledged, so that its sender keeps it.
public final class JournalUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalUnavailable(String message) {
        super(message);
    }
}
