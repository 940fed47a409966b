package io.github.wis2chain.app.doctor;

import io.github.wis2chain.app.Disk;
import io.github.wis2chain.app.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether the node can write its files, and for how long.
final class DataDirectoryCheck {

    private static final String CHECK = "data directory";

    private DataDirectoryCheck() {}

    static List<Diagnosis> of(Settings settings) {
        return List.of(writable(settings.node().dataDir()), room(Disk.of(settings)));
    }

    /// Nothing is written for it: a file that another user left there would be in the node's way.
    private static Diagnosis writable(Path directory) {
        Path there = directory.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        String name = System.getProperty("user.name");
        if (!Files.isDirectory(there)) {
            return Diagnosis.fail(
                    CHECK,
                    "%s is no folder.".formatted(there),
                    "Name another one as node.data-dir, or move that file away.");
        }
        if (!Files.isWritable(there) || !Files.isExecutable(there)) {
            return Diagnosis.fail(
                    CHECK,
                    "%s cannot be written by %s; it belongs to %s."
                            .formatted(there, name, owner(there)),
                    "Give it to the account that runs the node, or name another one as"
                            + " node.data-dir.");
        }
        return Diagnosis.pass(
                CHECK,
                there.equals(directory.toAbsolutePath())
                        ? "%s can be written by %s; it belongs to %s."
                                .formatted(directory, name, owner(there))
                        : "%s is not there yet; the first start makes it.".formatted(directory));
    }

    private static String owner(Path directory) {
        try {
            return Files.getOwner(directory).getName();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    private static Diagnosis room(Disk disk) {
        long free = disk.free();
        String evidence = disk.sentence(free);
        if (disk.isRoomy(free)) {
            return Diagnosis.pass("disk", evidence);
        }
        return free < disk.floor()
                ? Diagnosis.fail("disk", evidence, Disk.REMEDY)
                : Diagnosis.warn("disk", evidence, Disk.REMEDY);
    }
}
