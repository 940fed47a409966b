package io.github.wis2chain.adapters.bundle;

import org.jspecify.annotations.Nullable;

/// Tells why official files cannot be used.
public final class BundleFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private BundleFault(boolean unreachable, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.unreachable = unreachable;
    }

    /// The file was had and is not what it should be.
    static BundleFault wrong(String sentence) {
        return new BundleFault(false, sentence, null);
    }

    /// The file was had and is not what it should be.
    static BundleFault wrong(String sentence, @Nullable Throwable cause) {
        return new BundleFault(false, sentence, cause);
    }

    /// The file could not be had.
    static BundleFault unreachable(String sentence, Throwable cause) {
        return new BundleFault(true, sentence, cause);
    }

    /// Whether it may go better another time.
    public boolean isUnreachable() {
        return unreachable;
    }
}
