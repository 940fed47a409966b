package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.WebAddress;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A Global Discovery Catalogue on the web. It is asked once for each record. Why it could not be asked
/// is told the first time. For one thread.
final class Catalogue implements DiscoveryCatalogue {

    private static final String RECORDS = "/collections/wis2-discovery-metadata/items/";

    /// Not found, and gone.
    private static final Set<Integer> ABSENCES = Set.of(404, 410);

    private final URI root;
    private final Profile profile;
    private final HttpLinkVerifier web;
    private final PrintWriter remarks;
    private final Map<String, Answer> answers = new HashMap<>();
    private boolean told;

    /// @param root of the catalogue's API, to which the path of the records is added
    /// @param remarks takes why the catalogue could not be asked
    Catalogue(URI root, Profile profile, HttpLinkVerifier web, PrintWriter remarks) {
        if (!WebAddress.isOne(root)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the catalogue's URL [%s] must be an http or https URL".formatted(root));
        }
        this.root = root;
        this.profile = profile;
        this.web = web;
        this.remarks = remarks;
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
        } catch (StepFailure failed) {
            return unreachable(failed.failure().text());
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
        return absent
                ? Answer.ABSENT
                : unreachable("%s answered with status %d.".formatted(root, opened.status()));
    }

    private Answer unreachable(String reason) {
        if (!told) {
            told = true;
            remarks.println("wis2: the discovery catalogue could not be asked: " + reason);
        }
        return Answer.UNREACHABLE;
    }
}
