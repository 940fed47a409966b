package io.github.wis2chain.adapters.bundle;

import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A complete set of official files.
///
/// @param synced when it was fetched
/// @param folder where the files are
public record Bundle(Instant synced, Path folder, List<BundleEntry> entries) {

    public Bundle {
        entries = List.copyOf(entries);
    }

    /// The entry of that name.
    public Optional<BundleEntry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /// The bytes of a file, which must still be those that were fetched.
    public byte[] bytes(BundleEntry entry) throws BundleFault {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(entry.name()));
            if (!sha256(bytes).equals(entry.sha256())) {
                throw BundleFault.wrong(
                        "%s was changed since it was fetched; run wis2 bundle sync again"
                                .formatted(folder.resolve(entry.name())));
            }
            return bytes;
        } catch (IOException unreadable) {
            throw BundleFault.wrong(
                    "%s cannot be read; run wis2 bundle sync again"
                            .formatted(folder.resolve(entry.name())),
                    unreadable);
        }
    }

    /// The schema of that name, ready to judge; empty if the bundle has none.
    public Optional<OfficialSchema> schema(String name) throws BundleFault {
        Optional<BundleEntry> entry = entry(name);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(OfficialSchema.of(name, name, bytes(entry.get())));
    }

    /// The centres in the list of this bundle, which may be younger than the one inside; empty if it has none.
    public List<CentreId> centres() throws BundleFault {
        Optional<BundleEntry> entry = entry(BundleSource.CENTRES);
        return entry.isEmpty()
                ? List.of()
                : FirstColumn.of(new String(bytes(entry.get()), StandardCharsets.UTF_8)).stream()
                        .filter(CentreId::isWellFormed)
                        .map(CentreId::new)
                        .toList();
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Integrity.newDigest(IntegrityMethod.SHA256).digest(bytes));
    }
}
