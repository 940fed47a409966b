package io.github.wis2chain.adapters.mqtt;

import java.time.Duration;
import java.util.Optional;

/// What is done over the connection of a link.
interface LinkRole {
    /// The connection is there, or still is after an earlier trouble. On the link's thread.
    ///
    /// @return what is wrong and will be tried again, or empty
    Optional<String> connected(boolean sessionPresent) throws InterruptedException;

    /// The connection was made anew and can be used from now on. On the link's thread.
    default void usable() {}

    /// The connection is about to be ended by us: finish what is under way, within this time.
    void leaving(Duration atMost) throws InterruptedException;

    /// The connection has ended. On the library's event loop, before any new connection.
    void disconnected();

    /// Whether the next connection begins without the session, which fails what it holds.
    boolean forgetSession();
}
