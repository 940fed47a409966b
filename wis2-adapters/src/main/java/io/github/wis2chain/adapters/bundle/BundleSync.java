package io.github.wis2chain.adapters.bundle;

import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Fetches official files, looks at each, and stores them only if all are what they should be.
public final class BundleSync {

    /// The official files have less than 1 MB.
    public static final int LARGEST = 16 * 1024 * 1024;

    private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;

    private final LinkVerifier downloads;
    private final InstantSource clock;

    /// Fetches over a bounded client.
    public BundleSync(LinkVerifier downloads, InstantSource clock) {
        this.downloads = downloads;
        this.clock = clock;
    }

    /// Fetches all and stores them; if any fails, nothing changes.
    public Bundle sync(List<BundleSource> sources, BundleFolder into)
            throws BundleFault, InterruptedException {
        List<BundleFolder.Fetched> fetched = new ArrayList<>();
        for (BundleSource source : sources) {
            byte[] bytes = fetch(source);
            fetched.add(new BundleFolder.Fetched(source, bytes, checked(source, bytes)));
        }
        try {
            return into.store(fetched, clock.instant());
        } catch (IOException unwritable) {
            throw BundleFault.unreachable(
                    "the bundle cannot be stored: %s".formatted(unwritable.getMessage()),
                    unwritable);
        }
    }

    private byte[] fetch(BundleSource source) throws BundleFault, InterruptedException {
        var request =
                new LinkVerifier.Request(
                        source.href(), OptionalLong.empty(), "SHA-256", LARGEST, false);
        try {
            Optional<byte[]> body = downloads.fetch(request).body().map(Payload::bytes);
            return body.filter(bytes -> bytes.length > 0)
                    .orElseThrow(() ->
                            BundleFault.wrong(
                                    "%s is empty or has more than %d bytes"
                                            .formatted(source.href(), LARGEST)));
        } catch (StepFailure failure) {
            throw BundleFault.unreachable(failure.failure().text(), failure);
        }
    }

    /// Looks at a file.
    ///
    /// @return which edition it is of, if it tells
    private static Optional<String> checked(BundleSource source, byte[] bytes) throws BundleFault {
        return switch (source.kind()) {
            case SCHEMA ->
                    OfficialSchema.of(source.name(), source.href().toString(), bytes).edition();
            case TABLE -> {
                table(source, bytes);
                yield Optional.empty();
            }
            case ARCHIVE -> {
                archive(source, bytes);
                yield Optional.empty();
            }
        };
    }

    private static void table(BundleSource source, byte[] bytes) throws BundleFault {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String heading = text.lines().findFirst().orElse("");
            if (heading.contains(",") && !heading.contains("<") && text.lines().count() > 1) {
                return;
            }
        } catch (CharacterCodingException noText) {
            throw BundleFault.wrong("%s is no UTF-8 text".formatted(source.href()), noText);
        }
        throw BundleFault.wrong("%s is no table".formatted(source.href()));
    }

    /// Reads every entry, whose checksums the archive has.
    private static void archive(BundleSource source, byte[] bytes) throws BundleFault {
        // A stream of entries does not tell that the directory at the end is missing.
        String end =
                new String(
                        bytes,
                        Math.max(0, bytes.length - 22),
                        Math.min(22, bytes.length),
                        StandardCharsets.ISO_8859_1);
        if (!end.startsWith("PK\u0005\u0006")) {
            throw BundleFault.wrong("%s is no whole archive".formatted(source.href()));
        }
        int tables = 0;
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            byte[] piece = new byte[64 * 1024];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int count = zip.read(piece); count >= 0; count = zip.read(piece)) {
                    unpacked += count;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw BundleFault.wrong(
                                "%s unpacks to more than %d bytes"
                                        .formatted(source.href(), LARGEST_UNPACKED));
                    }
                }
                tables += entry.getName().endsWith(".csv") ? 1 : 0;
            }
        } catch (IOException broken) {
            throw BundleFault.wrong("%s is no whole archive".formatted(source.href()), broken);
        }
        if (tables == 0) {
            throw BundleFault.wrong("%s holds no table".formatted(source.href()));
        }
    }
}
