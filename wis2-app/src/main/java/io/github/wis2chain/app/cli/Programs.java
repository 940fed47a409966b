package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.Settings;

import java.nio.file.Path;
import java.util.Optional;

/// What runs until it is stopped. The commands know it by this, so that they can be tried without a
/// node.
public interface Programs {

    /// Starts a node and returns when it is ready. Closing it stops it.
    Running serve(Settings settings);

    /// Runs the demonstration.
    ///
    /// @return the exit code
    int demo(Demo options, Terminal terminal) throws InterruptedException;

    /// A node that runs.
    interface Running extends AutoCloseable {

        /// The password of the account `admin`, if this start has made it.
        default Optional<String> firstPassword() {
            return Optional.empty();
        }

        @Override
        void close();
    }

    /// How the demonstration is to run.
    ///
    /// @param once end after the first notification, with 0 only if it arrived and conforms
    /// @param folder where to keep data; a throw-away one if empty
    /// @param freePorts let the system choose the ports instead of using the usual ones
    record Demo(boolean once, Optional<Path> folder, boolean freePorts) {}
}
