package io.github.wis2chain.adapters.http;

import java.io.IOException;

/// What is made of an answer that is neither a redirect nor a refusal.
///
/// @param <T> what is found
interface Reading<T> {

    /// Whether this is the answer that was asked for.
    boolean takes(int status);

    /// Whether the body is read to its end, so that the connection can be used again.
    boolean readsBody();

    T of(Head head, Connection connection, Target target) throws IOException;
}
