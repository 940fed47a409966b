package io.github.wis2chain.engine.chain;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Finds what really happened behind the wrappers of futures.
final class Causes {

    private Causes() {}

    static Throwable of(Throwable failure) {
        Throwable found = failure;
        while (found instanceof ExecutionException || found instanceof CompletionException) {
            Throwable cause = found.getCause();
            if (cause == null) {
                return found;
            }
            found = cause;
        }
        return found;
    }
}
