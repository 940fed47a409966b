package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A Global Discovery Catalogue on the web. It is asked once for each record. For one thread.
final class Catalogue implements DiscoveryCatalogue {

    private static final String RECORDS = "/collections/wis2-discovery-metadata/items/";

    private final URI root;
    private final HttpLinkVerifier web;
    private final Map<String, Answer> answers = new HashMap<>();

    /// @param root of the catalogue's API, to which the path of the records is added
    Catalogue(URI root, HttpLinkVerifier web) {
        this.root = root;
        this.web = web;
    }

    @Override
    public Answer lookUp(String metadataId) {
        return answers.computeIfAbsent(metadataId, this::ask);
    }

    private Answer ask(String metadataId) {
        String base = root.toString();
        String id =
                URLEncoder.encode(metadataId, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%3A", ":");
        try {
            web.open(
                    URI.create(
                            (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                                    + RECORDS
                                    + id));
            return Answer.FOUND;
        } catch (StepFailure failure) {
            boolean answered = failure.failure().code().equals(FailureCode.LINK_STATUS.code());
            return answered && !failure.failure().temporary() ? Answer.ABSENT : Answer.UNREACHABLE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.UNREACHABLE;
        }
    }
}
