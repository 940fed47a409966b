package io.github.wis2chain.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened, to be closed in reverse order. One part that fails to close does not keep the
/// others open.
final class Lifetime implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lifetime.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean ended;

    /// Takes charge of a part; closes it at once if the end has come already.
    synchronized <T extends AutoCloseable> T own(T part) {
        if (ended) {
            close(part);
            throw new IllegalStateException("the node is stopping");
        }
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (true) {
            AutoCloseable part;
            synchronized (this) {
                ended = true;
                part = parts.poll();
            }
            if (part == null) {
                return;
            }
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            log.warn("{} did not close properly. The other parts are closed.", part, failure);
        }
    }
}
