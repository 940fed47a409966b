package io.github.wis2chain.app.doctor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The process that listens on a TCP port, as Linux shows it. Processes of other users are seen by
/// root alone.
///
/// @param name what the process calls itself
record PortOwner(long pid, String name) {

    private static final Logger log = LoggerFactory.getLogger(PortOwner.class);

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    static Optional<PortOwner> of(int port) {
        Path proc = Path.of("/proc");
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listening(proc.resolve(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process.resolve("fd"), sockets)) {
                    return Optional.of(
                            new PortOwner(
                                    Long.parseLong(process.getFileName().toString()),
                                    Files.readString(process.resolve("comm")).strip()));
                }
            }
        } catch (IOException unreadable) {
            log.debug("The owner of port {} was not found: {}", port, unreadable.toString());
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "process %d (%s)".formatted(pid, name);
    }

    /// The sockets of a kernel table that listen on this port, as they appear among open files.
    private static Set<String> listening(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        String suffix = ":%04X".formatted(port);
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(suffix)
                        && columns[STATE].equals(LISTENING)) {
                    sockets.add("socket:[%s]".formatted(columns[INODE]));
                }
            }
        } catch (IOException otherSystem) {
            log.debug("{} was not read: {}", table, otherSystem.toString());
        }
        return sockets;
    }

    private static boolean holds(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path each : open) {
                if (sockets.contains(target(each))) {
                    return true;
                }
            }
        } catch (IOException othersProcess) {
            log.trace("{} was not read: {}", descriptors, othersProcess.toString());
        }
        return false;
    }

    /// Empty for a file that was closed meanwhile.
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            log.trace("{} was not read: {}", descriptor, closed.toString());
            return "";
        }
    }
}
