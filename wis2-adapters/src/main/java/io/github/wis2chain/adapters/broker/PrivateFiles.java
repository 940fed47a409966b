package io.github.wis2chain.adapters.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner can read, where the file system knows owners.
final class PrivateFiles {

    private PrivateFiles() {}

    /// A new empty file in the place of whatever was there.
    static Path create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file, permissions(file, "rw-------"));
    }

    /// Puts a file with this text in the place of whatever was there: after a full disk or a power
    /// cut there is the one or the other, and never a part.
    static void replace(Path file, String text) throws IOException {
        Path next = create(file.resolveSibling(file.getFileName() + ".new"));
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer left = StandardCharsets.UTF_8.encode(text);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The folder, made with its parents if it is not there.
    static Path folder(Path folder) throws IOException {
        return Files.isDirectory(folder)
                ? folder
                : Files.createDirectories(folder, permissions(folder, "rwx------"));
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
