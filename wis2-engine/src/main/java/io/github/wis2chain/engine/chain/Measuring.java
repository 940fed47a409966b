package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.stac.Multihash;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds the length and digest of the assets of one event: as the event states them, or from the data where the
/// event states none that a notification may carry.
final class Measuring {

    private static final String RULE = "build";

    private final LinksOfRun links;
    private final InstantSource clock;

    Measuring(LinksOfRun links, InstantSource clock) {
        this.links = links;
        this.clock = clock;
    }

    Measured of(StacAsset asset, FileEvent file, StepContext context)
            throws InterruptedException, StepBusy {
        Announcing.Options options = file.dataset().announcing().options();
        boolean mayFetch = file.dataset().checks().links() != CheckMode.OFF;
        Optional<Integrity> stated = stated(asset, mayFetch, context);
        boolean inline =
                options.inlineUpTo() > 0
                        && asset.size().map(size -> size <= options.inlineUpTo()).orElse(true);
        if (!mayFetch || (stated.isPresent() && !inline)) {
            return new Measured(stated, asset.size(), new Download.NotTried());
        }
        IntegrityMethod method = stated.map(Integrity::method).orElse(options.computed());
        Download data = fetch(asset, method, inline ? options.inlineUpTo() : 0, file, context);
        Optional<Integrity> computed =
                data.found()
                        .map(found ->
                                Integrity.of(method, HexFormat.of().parseHex(found.digest())));
        return new Measured(
                stated.or(() -> computed),
                asset.size().or(() -> data.found().map(LinkVerifier.Evidence::length)),
                data);
    }

    private Download fetch(
            StacAsset asset,
            IntegrityMethod method,
            int keepUpTo,
            FileEvent file,
            StepContext context)
            throws InterruptedException, StepBusy {
        try {
            return new Download.Found(
                    links.fetch(
                            new LinkVerifier.Request(
                                    Hrefs.absolute(asset),
                                    asset.size().map(OptionalLong::of).orElse(OptionalLong.empty()),
                                    method.algorithm(),
                                    keepUpTo,
                                    Hrefs.mayAppear(context.event(), clock))));
        } catch (StepFailure failure) {
            if (file.dataset().checks().after(failure.failure()) == CheckMode.BLOCK) {
                throw failure;
            }
            context.remark(
                    Remarks.warning(
                            RULE,
                            asset.members().pointer(),
                            "The data could not be fetched: " + failure.failure().text()));
            return new Download.InVain();
        }
    }

    private static Optional<Integrity> stated(
            StacAsset asset, boolean mayFetch, StepContext context) {
        Optional<Multihash> checksum = asset.checksum();
        Optional<Integrity> integrity = checksum.flatMap(Multihash::integrity);
        if (integrity.isEmpty()) {
            String found =
                    checksum.map(hash ->
                                    "The checksum is a %s, which a notification may not carry"
                                            .formatted(hash.name()))
                            .orElse("The event states no checksum");
            String follows =
                    mayFetch
                            ? "the digest is computed from the data"
                            : "as the data are not fetched, no digest is given";
            context.remark(
                    Remarks.info(
                            RULE, asset.members().pointer(), "%s; %s.".formatted(found, follows)));
        }
        return integrity;
    }

    /// Length and digest of an asset, as far as they are known.
    ///
    /// @param data whether the data had to be fetched for that
    record Measured(Optional<Integrity> integrity, Optional<Long> length, Download data) {

        /// Nothing is measured of what was withdrawn.
        static final Measured NOTHING =
                new Measured(Optional.empty(), Optional.empty(), new Download.NotTried());

        Optional<Payload> body() {
            return data.found().flatMap(LinkVerifier.Evidence::body);
        }
    }
}
