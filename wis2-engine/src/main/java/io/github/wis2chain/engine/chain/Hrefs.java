package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.stac.StacAsset;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/// What is asked of the URLs of assets before anything is fetched from them.
final class Hrefs {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "sftp");

    /// Storage that replicates shows a new file everywhere within this time.
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(10);

    private Hrefs() {}

    /// The asset's URL.
    ///
    /// @throws StepFailure if it is relative or of a scheme that WNM does not allow
    ///     (`/req/core/links`, part D)
    static URI absolute(StacAsset asset) {
        try {
            URI href = URI.create(asset.href());
            boolean allowed =
                    href.getScheme() != null
                            && SCHEMES.contains(href.getScheme().toLowerCase(Locale.ROOT))
                            && href.getHost() != null;
            if (allowed) {
                return href;
            }
        } catch (IllegalArgumentException noUri) {
            throw refused(asset, "is no URL");
        }
        throw refused(asset, "is not absolute or has another scheme");
    }

    /// Whether the file of so fresh an event may still be on its way to where the link points.
    static boolean mayAppear(Event event, InstantSource clock) {
        return Duration.between(event.receivedAt(), clock.instant()).compareTo(APPEARS_WITHIN) < 0;
    }

    private static StepFailure refused(StacAsset asset, String why) {
        return new StepFailure(
                Failure.permanent(
                        FailureCode.LINK_REFUSED,
                        "%s/href: [%s] %s; an absolute http, https, ftp or sftp URL is required."
                                .formatted(asset.members().pointer(), asset.href(), why)));
    }
}
