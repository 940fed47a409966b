package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.adapters.http.LenientTls;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wcmp2.LinkProbe;
import io.github.wis2chain.standards.wcmp2.Wcmp2;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Opens the links of discovery records.
///
/// A link is accessible if its last answer has a status from 200 to 299, all redirects followed. Like the official tool,
/// the profile REFERENCE takes any certificate, and an answer without a media type for text; unlike it, both profiles
/// keep the bounds and the addresses of the link verifier.
record RecordLinks(HttpLinkVerifier web, Profile profile) {

    private static final int AT_ONCE = 16;

    /// What opens links as the options say and as the profile does; to be closed.
    static HttpLinkVerifier opener(LinkOptions options, Profile profile) {
        return switch (profile) {
            case STRICT -> options.verifier();
            case REFERENCE -> options.verifier(LenientTls.SOCKETS);
        };
    }

    /// Opens all links of a record, a few at a time.
    LinkProbe opened(JsonTree record) throws InterruptedException {
        Map<String, LinkProbe.Answer> answers = new ConcurrentHashMap<>();
        List<Callable<LinkProbe.Answer>> visits = new ArrayList<>();
        for (String url : Wcmp2.linksToOpen(record)) {
            visits.add(() -> {
                LinkProbe.Answer answer = open(url);
                answers.put(url, answer);
                return answer;
            });
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            threads.invokeAll(visits);
        }
        return url -> answers.getOrDefault(url, LinkProbe.Answer.INACCESSIBLE);
    }

    private LinkProbe.Answer open(String url) {
        try {
            HttpLinkVerifier.Opened opened = web.open(new URI(url));
            if (!opened.isFound()) {
                return LinkProbe.Answer.INACCESSIBLE;
            }
            Optional<String> type =
                    switch (profile) {
                        case STRICT -> opened.mediaType();
                        case REFERENCE -> opened.mediaType().or(() -> Optional.of("text/plain"));
                    };
            return new LinkProbe.Answer(true, type);
        } catch (StepFailure | URISyntaxException _) {
            return LinkProbe.Answer.INACCESSIBLE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return LinkProbe.Answer.INACCESSIBLE;
        }
    }
}
