package io.github.wis2chain.app.cli;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.adapters.http.LinkSettings;
import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.Link;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Fetches the data that notifications announce, and verifies them.
final class Download implements AutoCloseable {

    /// Bytes of a file that are kept; it is held in memory until it is verified.
    private static final int LARGEST = 64_000_000;

    private final Path folder;
    private final HttpLinkVerifier verifier;

    Download(Path folder, List<String> allow) {
        this.folder = folder;
        this.verifier =
                new HttpLinkVerifier(LinkSettings.DEFAULT.withAllow(allow).withMaxSize(LARGEST));
    }

    /// What became of one download.
    record Result(boolean good, String sentence) {}

    /// Fetches the data behind the primary link; a withdrawal has none.
    Result fetch(NotificationMessage message) throws InterruptedException {
        if (message.relation() == LinkRelation.DELETION) {
            return new Result(true, "The data were withdrawn; there is nothing to fetch.");
        }
        Link link = message.primaryLink();
        Optional<Integrity> integrity = message.integrity();
        try {
            Evidence found =
                    verifier.fetch(
                            new Request(
                                    link.href(),
                                    link.length()
                                            .map(OptionalLong::of)
                                            .orElseGet(OptionalLong::empty),
                                    integrity
                                            .map(Integrity::method)
                                            .orElse(IntegrityMethod.SHA512)
                                            .algorithm(),
                                    LARGEST));
            return judged(link, integrity, found);
        } catch (StepFailure failure) {
            return new Result(false, failure.failure().text());
        } catch (IOException unwritable) {
            return new Result(
                    false, "The data cannot be written to %s: %s".formatted(folder, unwritable));
        }
    }

    private Result judged(Link link, Optional<Integrity> integrity, Evidence found)
            throws IOException {
        byte[] digest = HexFormat.of().parseHex(found.digest());
        if (integrity.isPresent() && !integrity.get().matches(digest)) {
            return new Result(
                    false,
                    "The %d bytes behind the link do not have the digest announced."
                            .formatted(found.length()));
        }
        Path file = folder.resolve(name(link.href()));
        Files.createDirectories(folder);
        Files.write(file, found.body().orElseThrow().bytes());
        return new Result(
                true,
                "%d bytes were fetched to %s; %s."
                        .formatted(
                                found.length(),
                                file,
                                integrity.isPresent()
                                        ? "length and digest are as announced"
                                        : "no digest is announced"));
    }

    /// The last segment of the URL's path, with nothing in it that means anything to a file system.
    private static String name(URI href) {
        String path = String.valueOf(href.getPath());
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return last.isEmpty() || last.startsWith(".") ? "data" + last : last;
    }

    @Override
    public void close() {
        verifier.close();
    }
}
