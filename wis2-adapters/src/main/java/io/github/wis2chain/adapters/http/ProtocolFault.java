package io.github.wis2chain.adapters.http;

import java.io.IOException;

/// The other side does not speak HTTP as it should, or broke off in the middle of an answer.
final class ProtocolFault extends IOException {

    private static final long serialVersionUID = 1L;

    /// A fault.
    ///
    /// @param message what is wrong with the answer, a clause that begins with "it"
    ProtocolFault(String message) {
        super(message);
    }
}
