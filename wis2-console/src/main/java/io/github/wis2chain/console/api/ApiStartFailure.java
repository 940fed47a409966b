package io.github.wis2chain.console.api;

/// The API could not start; the message is a sentence for the operator.
public final class ApiStartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiStartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
