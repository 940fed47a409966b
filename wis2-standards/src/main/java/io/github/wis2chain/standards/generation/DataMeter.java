package io.github.wis2chain.standards.generation;

import io.github.wis2chain.standards.wnm.Content;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;

/// Measures data while they stream past, however many there are: length, digest, media type, and the data themselves
/// if they fit into a notification. For one file and one thread.
public final class DataMeter {

    private final IntegrityMethod method;
    private final MessageDigest digest;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long length;

    /// Begins with no bytes.
    public DataMeter(IntegrityMethod method) {
        this.method = method;
        this.digest = Integrity.newDigest(method);
    }

    /// Measures the next bytes.
    public void add(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
        int room = Content.MAX_BYTES - beginning.size();
        beginning.write(bytes, offset, Math.min(room, count));
        length += count;
    }

    /// The file, once every byte has passed; to be asked once. It has its content if that is small enough.
    ///
    /// @param name of the file, for its media type
    public AnnouncedFile file(URI href, String name) {
        return new AnnouncedFile(
                href,
                Optional.of(MediaTypes.of(name, beginning.toByteArray())),
                Optional.of(length),
                Optional.of(Integrity.of(method, digest.digest())),
                length <= Content.MAX_BYTES
                        ? Content.inline(beginning.toByteArray())
                        : Optional.empty());
    }
}
