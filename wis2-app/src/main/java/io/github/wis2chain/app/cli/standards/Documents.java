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
    private final Reader reader;

    /// Takes documents one by one.
    @FunctionalInterface
    interface Reader {
        void take(Document document) throws InterruptedException;
    }

    Documents(InputStream in, Reader reader) {
        this.in = in;
        this.reader = reader;
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
            reader.take(new Document.Unreadable(name, "is no path"));
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
            reader.take(new Document.Unreadable(folder.toString(), "cannot be listed"));
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
        reader.take(read(name, opening));
    }

    private static Document read(String name, Opening opening) {
        try (InputStream bytes = opening.open()) {
            byte[] read = bytes.readNBytes(LARGEST + 1);
            return read.length > LARGEST
                    ? new Document.Unreadable(
                            name, "has more than %d bytes and is not read".formatted(LARGEST))
                    : new Document.Read(name, read);
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

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }
}
