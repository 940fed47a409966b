package io.github.wis2chain.adapters.broker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Knows whether the broker's disk is nearly full. The broker would go on to acknowledge messages
/// that it could not write.
final class DiskGuard {

    private static final Logger log = LoggerFactory.getLogger(DiskGuard.class);

    /// Room for the broker's unwritten buffers and its housekeeping.
    private static final long LEAST_BYTES = 64L << 20;

    private final Path folder;
    private final long leastBytes;
    private volatile boolean nearlyFull;

    DiskGuard(Path folder) {
        this(folder, LEAST_BYTES);
    }

    DiskGuard(Path folder, long leastBytes) {
        this.folder = folder;
        this.leastBytes = leastBytes;
    }

    boolean isNearlyFull() {
        return nearlyFull;
    }

    /// Looks again; to be called every second or so.
    void look() {
        try {
            long usable = Files.getFileStore(folder).getUsableSpace();
            boolean full = usable < leastBytes;
            if (full && !nearlyFull) {
                log.error(
                        "The disk of {} has {} bytes left and the embedded broker needs {}. No"
                                + " notifications are published until there is room.",
                        folder,
                        usable,
                        leastBytes);
            } else if (!full && nearlyFull) {
                log.info("The disk of {} has room again. Publishing goes on.", folder);
            }
            nearlyFull = full;
        } catch (IOException e) {
            log.warn("The free space of {} could not be read; it is taken as enough.", folder, e);
            nearlyFull = false;
        }
    }
}
