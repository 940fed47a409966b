package io.github.wis2chain.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Ends the programs that a measurement started.
final class Processes {

    private Processes() {}

    /// Asks a process to end and, when it has not within the patience or the waiting is
    /// interrupted, ends it by force.
    static void end(Process process, Duration patience) {
        process.destroy();
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
