package io.github.wis2chain.adapters.broker;

/// The embedded broker could not start: a port in use, a folder not writable, a certificate not
/// readable. The message is one sentence for the operator.
public final class BrokerStartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerStartFailure(String message) {
        super(message);
    }

    BrokerStartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
