package io.github.wis2chain.app;

import io.github.wis2chain.engine.people.AccessSecret;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file by which the commands of the node's own user find their way in on its own machine: who can
/// read it could read the node's whole store. It lies in the user's runtime folder, or else in the
/// cache folder, under the API's port, and goes when the node stops.
public final class LocalAccess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalAccess.class);

    private static final String RUNTIME = "XDG_RUNTIME_DIR";

    private final Path file;
    private final String secret;

    private LocalAccess(Path file, String secret) {
        this.file = file;
        this.secret = secret;
    }

    /// Writes the file. Where that is not possible the node goes on without it, and commands need a
    /// token.
    static Optional<LocalAccess> write(
            Map<String, String> environment, int port, AccessSecret secret) {
        IOException failure = new IOException("there is no folder");
        for (Path file : files(environment, port)) {
            try {
                writePrivately(file, secret.text());
                return Optional.of(new LocalAccess(file, secret.text()));
            } catch (IOException unwritable) {
                unwritable.addSuppressed(failure);
                failure = unwritable;
            }
        }
        log.warn(
                "The access of the node's own user could not be written; on this machine too,"
                        + " commands need a token.",
                failure);
        return Optional.empty();
    }

    /// The secret for the node whose API listens on this port, if this user runs it.
    public static Optional<String> read(Map<String, String> environment, int port) {
        for (Path file : files(environment, port)) {
            try {
                return Optional.of(Files.readString(file).strip());
            } catch (IOException notThere) {
                log.debug("{} was not read: {}", file, notThere.toString());
            }
        }
        return Optional.empty();
    }

    /// Where the file may be: a service and a shell of one user need not have the same environment.
    static List<Path> files(Map<String, String> environment, int port) {
        List<Path> folders = new ArrayList<>();
        String runtime = environment.getOrDefault(RUNTIME, "");
        if (!runtime.isEmpty()) {
            folders.add(Path.of(runtime));
        }
        folders.add(Path.of(System.getProperty("user.home"), ".cache"));
        return folders.stream()
                .map(folder -> folder.resolve("wis2").resolve("access-" + port))
                .toList();
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        // Made anew, because a file that is there keeps its permissions.
        Files.deleteIfExists(file);
        Files.createFile(file, permissions(file, "rw-------"));
        Files.writeString(file, text + "\n");
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// Removes the file, unless another node has taken its place.
    @Override
    public void close() {
        try {
            if (Files.exists(file) && Files.readString(file).strip().equals(secret)) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            log.warn("{} was not removed; what it holds opens nothing any more.", file, failure);
        }
    }
}
