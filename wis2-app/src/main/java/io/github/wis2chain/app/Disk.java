package io.github.wis2chain.app;

import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The disk of the data directory, and what the node needs of it.
///
/// @param directory the data directory; it need not be there yet
/// @param floor free bytes below which a part of the node stops
/// @param consequence what happens below them
public record Disk(Path directory, long floor, String consequence) {

    /// What to do when there is little room.
    public static final String REMEDY =
            "Free room on this disk, move the data directory to a larger one, or shorten"
                    + " store.retention.";

    /// What the embedded broker leaves free.
    private static final long BROKER_FLOOR = 64L << 20;

    /// The disk of a configuration, with the floor that is reached first.
    public static Disk of(Settings settings) {
        Path directory = settings.node().dataDir();
        boolean ownBroker = settings.broker() instanceof BrokerChoice.Embedded;
        boolean ownStore = settings.store().postgresql().isEmpty();
        long storeFloor = ownStore ? settings.store().diskFloor() : 0;
        if (ownBroker && storeFloor < BROKER_FLOOR) {
            return new Disk(directory, BROKER_FLOOR, "nothing is published");
        }
        return new Disk(directory, storeFloor, "no events are taken");
    }

    /// Free bytes for this process.
    ///
    /// @throws UncheckedIOException if they cannot be found out
    public long free() {
        Path there = directory.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /// Whether this is twice what is needed at least, so that there is time to do something.
    public boolean isRoomy(long free) {
        return free / 2 >= floor;
    }

    /// One sentence: what is free, and below which figure what happens.
    public String sentence(long free) {
        String sentence = "%s are free on the disk of %s".formatted(text(free), directory);
        return floor == 0
                ? sentence + "."
                : "%s; below %s %s.".formatted(sentence, text(floor), consequence);
    }

    /// Bytes in the units of the settings: `3.1 GiB`.
    static String text(long bytes) {
        if (bytes < 1_024) {
            return bytes + " bytes";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 1_024 && unit < 4) {
            value /= 1_024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %ciB", value, "KMGTP".charAt(unit));
    }
}
