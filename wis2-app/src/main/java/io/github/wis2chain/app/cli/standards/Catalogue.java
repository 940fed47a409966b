package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A Global Discovery Catalogue on the web. It is asked once for each record. For one thread.
final class Catalogue implements DiscoveryCatalogue {

    private static final String RECORDS = "/collections/wis2-discovery-metadata/items/";

    /// Not found, and gone.
    private static final Set<Integer> ABSENCES = Set.of(404, 410);

    private final URI root;
    private final Profile profile;
    private final HttpLinkVerifier web;
    private final Map<String, Answer> answers = new HashMap<>();

    /// @param root of the catalogue's API, to which the path of the records is added
    Catalogue(URI root, Profile profile, HttpLinkVerifier web) {
        this.root = root;
        this.profile = profile;
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
            return answer(
                    web.open(
                            URI.create(
                                    (base.endsWith("/")
                                                    ? base.substring(0, base.length() - 1)
                                                    : base)
                                            + RECORDS
                                            + id)));
        } catch (StepFailure _) {
            return Answer.UNREACHABLE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.UNREACHABLE;
        }
    }

    /// The official tool takes every refusal for an absence, whatever its reason.
    private Answer answer(HttpLinkVerifier.Opened opened) {
        if (opened.isFound()) {
            return Answer.FOUND;
        }
        boolean absent = profile == Profile.REFERENCE || ABSENCES.contains(opened.status());
        return absent ? Answer.ABSENT : Answer.UNREACHABLE;
    }
}
