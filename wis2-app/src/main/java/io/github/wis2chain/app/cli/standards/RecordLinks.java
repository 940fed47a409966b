package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.adapters.http.LenientTls;
import io.github.wis2chain.app.cli.WebAddress;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wcmp2.LinkProbe;
import io.github.wis2chain.standards.wcmp2.Wcmp2;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Opens the links of discovery records.
///
/// A link is accessible if its last answer has a status from 200 to 299, all redirects followed. Like the official tool,
/// the profile REFERENCE takes any certificate, and an answer without a media type for text; unlike it, both profiles
/// keep the bounds and the addresses of the link verifier, and skip the points of links that these leave unopened.
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
        List<String> urls = List.copyOf(Wcmp2.linksToOpen(record));
        Map<String, LinkProbe.Answer> answers = new HashMap<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Callable<LinkProbe.Answer>> visits = new ArrayList<>();
            urls.forEach(url -> visits.add(() -> open(url)));
            List<Future<LinkProbe.Answer>> opened = threads.invokeAll(visits);
            for (int i = 0; i < urls.size(); i++) {
                answers.put(urls.get(i), opened.get(i).get());
            }
        } catch (ExecutionException defect) {
            throw new IllegalStateException("A link could not be opened", defect.getCause());
        }
        return url -> answers.getOrDefault(url, LinkProbe.Answer.INACCESSIBLE);
    }

    private LinkProbe.Answer open(String url) throws InterruptedException {
        try {
            URI link = new URI(url);
            if (!WebAddress.isOne(link)) {
                return LinkProbe.Answer.INACCESSIBLE;
            }
            HttpLinkVerifier.Opened opened = web.open(link);
            if (!opened.isFound()) {
                return LinkProbe.Answer.INACCESSIBLE;
            }
            Optional<String> type =
                    switch (profile) {
                        case STRICT -> opened.mediaType();
                        case REFERENCE -> opened.mediaType().or(() -> Optional.of("text/plain"));
                    };
            return new LinkProbe.Answer.Served(true, type);
        } catch (StepFailure failed) {
            Failure failure = failed.failure();
            return failure.code().equals(FailureCode.LINK_REFUSED.code())
                    ? new LinkProbe.Answer.NotOpened(failure.text())
                    : LinkProbe.Answer.INACCESSIBLE;
        } catch (URISyntaxException _) {
            return LinkProbe.Answer.INACCESSIBLE;
        }
    }
}
