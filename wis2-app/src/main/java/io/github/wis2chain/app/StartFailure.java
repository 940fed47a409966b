package io.github.wis2chain.app;

/// The node cannot start; the message is one sentence for the operator.
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// What kept the node from starting, in the words of the part that failed.
    static StartFailure of(RuntimeException failure) {
        return failure instanceof StartFailure known
                ? known
                : new StartFailure(String.valueOf(failure.getMessage()), failure);
    }
}
