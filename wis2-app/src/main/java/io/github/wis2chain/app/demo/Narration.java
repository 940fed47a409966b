package io.github.wis2chain.app.demo;

import java.io.PrintWriter;
import java.time.Duration;

/// Tells what happens, line by line, with the time since the beginning.
final class Narration {

    private final PrintWriter out;
    private final long begun = System.nanoTime();

    Narration(PrintWriter out) {
        this.out = out;
    }

    /// Something happened now.
    void happened(String text) {
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        out.printf("%7.3f s  %s%n", seconds, text);
        out.flush();
    }

    /// More about what happened.
    void detail(String text) {
        text.lines().forEach(line -> out.printf("%9s  %s%n", "", line));
        out.flush();
    }

    void blank() {
        out.println();
    }
}
