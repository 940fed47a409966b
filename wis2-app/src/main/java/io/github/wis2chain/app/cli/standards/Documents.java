package io.github.wis2chain.app.cli.standards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reads the files that a command was given, one at a time and in their order: files, the files of folders and of the
/// folders in them (by name, hidden ones left out), and standard input for `-`.
final class Documents {

    /// Longer files are not read: no notification, record or event is as long, and one is held in memory.
    static final int LARGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private final Visitor visitor;

    /// Takes documents one by one.
    @FunctionalInterface
    interface Reader {
        void take(Document document) throws InterruptedException;
    }

    /// Takes files one by one, without their bytes.
    @FunctionalInterface
    interface Visitor {

        /// Takes the next file.
        ///
        /// @param opening gives the bytes; once for standard input
        void visit(String name, Opening opening) throws InterruptedException;
    }

    /// Opens a file, or tells why it cannot be read.
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    private Documents(InputStream in, Visitor visitor) {
        this.in = in;
        this.visitor = visitor;
    }

    Documents(InputStream in, Reader reader) {
        this(in, (String name, Opening opening) -> reader.take(read(name, opening)));
    }

    /// Files of any length, whose bytes are read by whoever visits them.
    static Documents visited(InputStream in, Visitor visitor) {
        return new Documents(in, visitor);
    }

    /// Hands every file over, whether it can be read or not.
    void read(List<String> names) throws InterruptedException {
        for (String name : names) {
            if (name.equals("-")) {
                take(name, () -> in);
            } else {
                given(name);
            }
        }
    }

    private void given(String name) throws InterruptedException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException _) {
            unreadable(name, "is no path");
            return;
        }
        if (Files.isDirectory(path)) {
            folder(path);
        } else {
            file(path);
        }
    }

    private void folder(Path folder) throws InterruptedException {
        // Names alone, which cost a fraction of paths: a folder may hold a million files.
        String[] names = folder.toFile().list();
        if (names == null) {
            unreadable(folder.toString(), "cannot be listed");
            return;
        }
        Arrays.sort(names);
        for (String name : names) {
            Path path = folder.resolve(name);
            if (name.startsWith(".")) {
                continue;
            }
            // Linked folders are left out, because they may lead in a circle.
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                folder(path);
            } else if (!Files.isDirectory(path)) {
                file(path);
            }
        }
    }

    private void file(Path path) throws InterruptedException {
        take(path.toString(), () -> Files.newInputStream(path));
    }

    private void take(String name, Opening opening) throws InterruptedException {
        visitor.visit(name, opening);
    }

    private void unreadable(String name, String reason) throws InterruptedException {
        take(
                name,
                () -> {
                    throw new NoFile(reason);
                });
    }

    /// A name behind which there is no file.
    private static final class NoFile extends IOException {

        private static final long serialVersionUID = 1L;

        NoFile(String reason) {
            super(reason);
        }
    }

    /// Reads a file whole, unless it is too long.
    static Document read(String name, Opening opening) {
        try (InputStream bytes = opening.open()) {
            byte[] read = bytes.readNBytes(LARGEST + 1);
            return read.length > LARGEST
                    ? new Document.Unreadable(
                            name, "has more than %d bytes and is not read".formatted(LARGEST))
                    : new Document.Read(name, read);
        } catch (NoFile nothing) {
            return new Document.Unreadable(name, String.valueOf(nothing.getMessage()));
        } catch (IOException failure) {
            return new Document.Unreadable(name, "cannot be read: " + reason(failure));
        }
    }

    /// Why a file cannot be read or written, in words.
    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
