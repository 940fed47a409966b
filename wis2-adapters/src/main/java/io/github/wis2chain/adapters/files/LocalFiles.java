package io.github.wis2chain.adapters.files;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.Measurement;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures data of which this machine holds the file, and leaves every other link to another
/// verifier.
///
/// A URL that begins with a known prefix is looked up in the prefix's folder. Nothing outside that
/// folder is ever read, neither by `..` nor by a symbolic link.
public final class LocalFiles implements LinkVerifier {

    private final List<Folder> folders;
    private final long maxSize;
    private final LinkVerifier others;

    /// A folder that holds what a data server serves under a prefix.
    ///
    /// @param prefix ends with a slash
    private record Folder(String prefix, Path path) {}

    /// Measures below these prefixes.
    ///
    /// @param prefixes beginnings of URLs, each ending with a slash, and the folder of each; of
    ///     several that match, the longest counts
    /// @param maxSize bytes that are read at most
    /// @param others measures everything else
    public LocalFiles(Map<String, Path> prefixes, long maxSize, LinkVerifier others) {
        this.folders =
                prefixes.entrySet().stream()
                        .map(entry -> new Folder(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt((Folder each) -> -each.prefix().length()))
                        .toList();
        for (Folder folder : folders) {
            if (!folder.prefix().endsWith("/")) {
                throw new IllegalArgumentException(
                        "links.local [%s] must end with /".formatted(folder.prefix()));
            }
        }
        this.maxSize = maxSize;
        this.others = others;
    }

    @Override
    public Evidence fetch(Request request, boolean waits) throws InterruptedException, StepBusy {
        String href = request.href().toString();
        for (Folder folder : folders) {
            if (href.startsWith(folder.prefix())) {
                return measured(request, folder);
            }
        }
        return others.fetch(request, waits);
    }

    private Evidence measured(Request request, Folder folder) throws InterruptedException {
        long begun = System.nanoTime();
        Measurement measurement = new Measurement(request, maxSize);
        try {
            Path file = found(request, folder);
            measurement.expect(Files.size(file));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[64 * 1024];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    measurement.add(buffer, 0, count);
                    if (Thread.interrupted()) {
                        throw new InterruptedException("interrupted while reading " + file);
                    }
                }
            }
            return measurement.evidence(
                    200, request.href(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (NoSuchFileException missing) {
            throw new StepFailure(
                    failure(request, "is not in", folder, request.mayAppear()), missing);
        } catch (IOException failed) {
            throw new StepFailure(
                    Failure.temporary(
                            FailureCode.LINK_UNREACHABLE,
                            "%s could not be read from %s: %s."
                                    .formatted(request.href(), folder.path(), failed)),
                    failed);
        }
    }

    /// The file, with every symbolic link followed.
    private static Path found(Request request, Folder folder) throws IOException {
        Path root = folder.path().toRealPath();
        Path file =
                named(request.href(), folder)
                        .map(root::resolve)
                        .orElseThrow(() -> new StepFailure(outside(request, folder)))
                        .toRealPath();
        if (!file.startsWith(root)) {
            throw new StepFailure(outside(request, folder));
        }
        if (!Files.isRegularFile(file)) {
            throw new StepFailure(failure(request, "is not a file in", folder, false));
        }
        return file;
    }

    /// The name below the folder; empty if it would lead out of it or is none at all.
    private static Optional<Path> named(URI href, Folder folder) {
        String prefixPath = URI.create(folder.prefix()).getRawPath();
        String name = href.getRawPath().substring(prefixPath.length());
        for (String segment : name.split("/", -1)) {
            String decoded = decoded(segment);
            if (decoded.isEmpty()
                    || decoded.equals(".")
                    || decoded.equals("..")
                    || decoded.indexOf('/') >= 0
                    || decoded.indexOf('\\') >= 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Path.of(decoded(name)));
        } catch (InvalidPathException malformed) {
            // A NUL, for one, is in no file name; the caller says so with the URL in front of it.
            return Optional.empty();
        }
    }

    private static String decoded(String raw) {
        return URI.create("/" + raw).getPath().substring(1);
    }

    private static Failure outside(Request request, Folder folder) {
        return Failure.permanent(
                FailureCode.LINK_REFUSED,
                "%s does not name a file below %s.".formatted(request.href(), folder.path()));
    }

    private static Failure failure(Request request, String what, Folder folder, boolean temporary) {
        String text =
                "%s %s %s, where links.local has it looked for."
                        .formatted(request.href(), what, folder.path());
        return temporary
                ? Failure.temporary(FailureCode.LINK_STATUS, text)
                : Failure.permanent(FailureCode.LINK_STATUS, text);
    }
}
