package io.github.wis2chain.adapters.bundle;

import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Keeps one complete set of official files. Whatever happens while another is stored, the one before counts until the
/// new one is on disk as a whole.
public final class BundleFolder {

    private static final String CURRENT = "current";
    private static final String MANIFEST = "manifest.json";
    private static final String SET = "set-";

    private final Path folder;

    /// The bundle in a folder, which is made when something is stored.
    public BundleFolder(Path folder) {
        this.folder = folder;
    }

    /// The bundle of a node, in its data directory.
    public static BundleFolder ofNode(Path dataDir) {
        return new BundleFolder(dataDir.resolve("bundle"));
    }

    /// The set that counts; empty if none was ever stored.
    public Optional<Bundle> current() throws BundleFault {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            String name = Files.readString(folder.resolve(CURRENT)).strip();
            Path set = folder.resolve(name);
            if (!name.startsWith(SET) || !folder.equals(set.normalize().getParent())) {
                throw unusable(null);
            }
            return Optional.of(read(set));
        } catch (NoSuchFileException absent) {
            if (Files.exists(folder.resolve(CURRENT))) {
                throw unusable(absent);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    /// The topic hierarchy that ships with the program, with the centres of the list that was fetched, if one was.
    public TopicHierarchy hierarchy() throws BundleFault {
        Optional<Bundle> current = current();
        return current.isEmpty()
                ? TopicHierarchy.standard()
                : TopicHierarchy.standard().withCentres(current.get().centres());
    }

    private Bundle read(Path set) throws IOException, BundleFault {
        JsonTree manifest =
                JsonReader.standard()
                        .read(Files.readAllBytes(set.resolve(MANIFEST)))
                        .document()
                        .orElseThrow(() -> unusable(null));
        List<BundleEntry> entries = new ArrayList<>();
        try {
            for (JsonTree file : manifest.array("files").orElseThrow().items()) {
                entries.add(
                        new BundleEntry(
                                file.text("name").orElseThrow(),
                                URI.create(file.text("href").orElseThrow()),
                                file.text("sha256").orElseThrow(),
                                file.integer("length")
                                        .map(BigInteger::longValueExact)
                                        .orElseThrow(),
                                file.text("edition")));
            }
            Instant synced = Instant.parse(manifest.text("synced").orElseThrow());
            return new Bundle(synced, set, entries);
        } catch (RuntimeException malformed) {
            throw unusable(malformed);
        }
    }

    private BundleFault unusable(@Nullable Throwable cause) {
        return BundleFault.wrong(
                "%s is no bundle any more; remove it and run wis2 bundle sync again"
                        .formatted(folder),
                cause);
    }

    /// A file to be stored.
    ///
    /// @param edition which state of its standard it is of, if it tells
    // An array for speed; whoever fetched it keeps none.
    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(BundleSource source, byte[] bytes, Optional<String> edition) {}

    /// Stores a set and makes it the one that counts; earlier ones are removed.
    Bundle store(List<Fetched> files, Instant now) throws IOException, BundleFault {
        Files.createDirectories(folder);
        String name = SET + UUID.randomUUID();
        Path set = Files.createDirectory(folder.resolve(name));
        for (Fetched file : files) {
            write(set.resolve(file.source().name()), file.bytes());
        }
        write(set.resolve(MANIFEST), manifest(files, now));
        sync(set);
        Path next = folder.resolve(CURRENT + ".new");
        write(next, name.getBytes(StandardCharsets.UTF_8));
        Files.move(
                next,
                folder.resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
        removeAllBut(name);
        return read(set);
    }

    private static byte[] manifest(List<Fetched> files, Instant now) {
        ObjectNode manifest = JsonWriter.object();
        manifest.put("synced", now.toString());
        ArrayNode entries = manifest.putArray("files");
        for (Fetched file : files) {
            ObjectNode entry = entries.addObject();
            entry.put("name", file.source().name())
                    .put("href", file.source().href().toString())
                    .put("sha256", Bundle.sha256(file.bytes()))
                    .put("length", file.bytes().length);
            file.edition().ifPresent(edition -> entry.put("edition", edition));
        }
        return JsonWriter.compact(manifest);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void removeAllBut(String name) throws IOException {
        List<Path> sets;
        try (Stream<Path> all = Files.list(folder)) {
            sets =
                    all.filter(each -> each.getFileName().toString().startsWith(SET))
                            .filter(each -> !each.getFileName().toString().equals(name))
                            .toList();
        }
        for (Path set : sets) {
            try (Stream<Path> files = Files.list(set)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(set);
        }
    }
}
