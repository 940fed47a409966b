package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.adapters.broker.BrokerConfiguration.KeyStoreEntry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The embedded broker's folder, held by one process at a time.
///
/// It holds `conf` (written anew at every start), `data`, `format` (who can read the data),
/// `extensions` (empty), `lock`, and `running` from a start to the next orderly stop.
final class BrokerFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final boolean endedCleanly;

    private BrokerFolder(Path folder, FileChannel channel, boolean endedCleanly) {
        this.folder = folder;
        this.channel = channel;
        this.endedCleanly = endedCleanly;
    }

    /// Prepares the folder and takes its lock.
    ///
    /// @throws BrokerStartFailure if it cannot be written, another process has it, or its data are
    ///     of another version of the broker
    static BrokerFolder open(Path folder) {
        FileChannel channel = null;
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.folder(folder.resolve("conf"));
            PrivateFiles.folder(folder.resolve("data"));
            PrivateFiles.folder(folder.resolve("extensions"));
            channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                throw new BrokerStartFailure(
                        "The broker's folder %s is in use by another process; stop it, or give this one another folder."
                                .formatted(folder));
            }
            requireOwnFormat(folder);
            boolean endedCleanly = !Files.exists(folder.resolve("running"));
            Files.writeString(folder.resolve("running"), "");
            return new BrokerFolder(folder, channel, endedCleanly);
        } catch (IOException | BrokerStartFailure e) {
            var failure =
                    e instanceof BrokerStartFailure ours
                            ? ours
                            : new BrokerStartFailure(
                                    "The broker's folder %s cannot be used: %s"
                                            .formatted(folder, e),
                                    e);
            if (channel != null) {
                closeAfter(failure, channel);
            }
            throw failure;
        }
    }

    /// The broker library does not carry data over from another version of itself when it is
    /// embedded, nor does it notice. An empty file says nothing: earlier versions of this program
    /// left one behind when the disk was full at the first start.
    private static void requireOwnFormat(Path folder) throws IOException {
        Path file = folder.resolve("format");
        String found = Files.exists(file) ? Files.readString(file).strip() : "";
        if (found.isEmpty()) {
            PrivateFiles.replace(file, HiveMq.FORMAT + "\n");
        } else if (!found.equals(HiveMq.FORMAT)) {
            throw new BrokerStartFailure(
                    "The broker's folder %s holds data of format [%s], and this program reads [%s]. Start the program that wrote them until their subscribers have fetched their messages, then move the folder away: sessions and retained messages begin anew."
                            .formatted(folder, found, HiveMq.FORMAT));
        }
    }

    /// Whether the broker's last stop was orderly, or this is its first start. After another one it
    /// may have lost what it wrote in the last second or two, if the machine went down with it.
    boolean endedCleanly() {
        return endedCleanly;
    }

    Path configuration() {
        return folder.resolve("conf");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path extensions() {
        return folder.resolve("extensions");
    }

    /// Writes the configuration, and the key store if there is a certificate.
    void configure(BrokerSettings settings) {
        Path keyStore = configuration().resolve("listeners.p12").toAbsolutePath();
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        settings.certificate()
                .ifPresent(
                        files -> PemIdentity.read(files).store(keyStore, password.toCharArray()));
        String text =
                BrokerConfiguration.text(
                        settings, new KeyStoreEntry(keyStore.toString(), password));
        try {
            Files.writeString(PrivateFiles.create(configuration().resolve("config.xml")), text);
        } catch (IOException e) {
            throw new BrokerStartFailure(
                    "The broker's folder %s cannot be written: %s".formatted(folder, e), e);
        }
    }

    /// Remembers that the stop was orderly.
    void endCleanly() throws IOException {
        Files.deleteIfExists(folder.resolve("running"));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another broker of this same process.
            return null;
        }
    }

    private static void closeAfter(BrokerStartFailure failure, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
