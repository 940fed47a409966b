package io.github.wis2chain.app.doctor;

import io.github.wis2chain.adapters.files.LocalFiles;
import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.app.LinkMapping;
import io.github.wis2chain.app.settings.LinkSettings;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Whether the servers of the data answer from here, asked as the link check of a run asks them.
final class DataServerCheck {

    /// Enough to see that data come.
    private static final long LARGEST = 1_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_SERVERS = 5;

    private final LinkSettings settings;

    DataServerCheck(LinkSettings settings) {
        this.settings = settings;
    }

    /// @param asked links that are all followed
    /// @param published links of what was published, of which one is followed for each server
    List<Diagnosis> look(List<URI> asked, List<URI> published) throws InterruptedException {
        List<Diagnosis> found = new ArrayList<>();
        settings.local().forEach((prefix, folder) -> found.add(local(prefix, folder)));
        Duration patience =
                settings.timeout().compareTo(PATIENCE) < 0 ? settings.timeout() : PATIENCE;
        try (var overHttp =
                new HttpLinkVerifier(
                        LinkMapping.http(settings).withMaxSize(LARGEST).withTimeout(patience))) {
            LinkVerifier links =
                    settings.local().isEmpty()
                            ? overHttp
                            : new LocalFiles(settings.local(), LARGEST, overHttp);
            for (URI link : asked) {
                found.add(follow(links, link));
            }
            for (URI link : newest(published).values()) {
                found.add(follow(links, link));
            }
        }
        return found;
    }

    private static Diagnosis local(String prefix, Path folder) {
        String check = "data of " + prefix;
        return Files.isDirectory(folder) && Files.isReadable(folder)
                ? Diagnosis.pass(
                        check, "They are verified in %s, which can be read.".formatted(folder))
                : Diagnosis.fail(
                        check,
                        "They are to be verified in %s, which is no folder that can be read."
                                .formatted(folder),
                        "Correct links.local, or give the folder to the account that runs the"
                                + " node.");
    }

    /// The first link of each server.
    private static Map<String, URI> newest(List<URI> published) {
        Map<String, URI> newest = new LinkedHashMap<>();
        for (URI link : published) {
            if (newest.size() < MOST_SERVERS) {
                Optional.ofNullable(link.getAuthority())
                        .ifPresent(server -> newest.putIfAbsent(server, link));
            }
        }
        return newest;
    }

    private static Diagnosis follow(LinkVerifier links, URI link) throws InterruptedException {
        String check = "data server " + link.getAuthority();
        try {
            LinkVerifier.Evidence evidence =
                    links.fetch(
                            new LinkVerifier.Request(
                                    link, OptionalLong.empty(), "SHA-256", 0, false));
            return Diagnosis.pass(
                    check,
                    "%s gave %d bytes in %d ms."
                            .formatted(link, evidence.length(), evidence.took().toMillis()));
        } catch (StepFailure failure) {
            Failure why = failure.failure();
            return why.code().equals(FailureCode.LINK_TOO_LARGE.code())
                    ? Diagnosis.pass(check, "%s gives more than %d bytes.".formatted(link, LARGEST))
                    : Diagnosis.fail(
                            check, "%s (%s)".formatted(why.text(), why.code()), why.remedy());
        }
    }
}
