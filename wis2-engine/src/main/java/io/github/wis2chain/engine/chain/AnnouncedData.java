package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.Link;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// The data behind the primary link of a notification, as it announces them.
///
/// @param integrity the digest that they must have, if one is announced
public record AnnouncedData(Link link, Optional<Integrity> integrity) {

    /// What this notification announces.
    public static AnnouncedData of(NotificationMessage message) {
        return new AnnouncedData(message.primaryLink(), message.integrity());
    }

    /// How to fetch the data so that they can be compared.
    ///
    /// @param mayAppear the file may not be visible yet, so that a 404 is a temporary failure
    public LinkVerifier.Request request(boolean mayAppear) {
        return new LinkVerifier.Request(
                link.href(),
                link.length().map(OptionalLong::of).orElseGet(OptionalLong::empty),
                integrity.map(announced -> announced.method().algorithm()).orElse("SHA-512"),
                0,
                mayAppear);
    }

    /// Compares what was found with what is announced.
    ///
    /// @return a sentence on what was found
    /// @throws StepFailure `DATA_SIZE_MISMATCH` or `DATA_DIGEST_MISMATCH`
    public String compare(LinkVerifier.Evidence found) {
        compareLength(found);
        integrity.ifPresent(announced -> compareDigest(announced, found));
        return "%s answered %d with %d bytes in %d ms; %s."
                .formatted(
                        link.href(),
                        found.status(),
                        found.length(),
                        found.took().toMillis(),
                        integrity
                                .map(announced -> announced.method().wireName() + " agrees")
                                .orElse("no digest is announced"));
    }

    private void compareLength(LinkVerifier.Evidence found) {
        Optional<Long> announced = link.length();
        if (announced.isPresent() && announced.get() != found.length()) {
            throw mismatch(
                    FailureCode.DATA_SIZE_MISMATCH,
                    "/links/0: %s gave %d bytes, %d are announced."
                            .formatted(link.href(), found.length(), announced.get()));
        }
    }

    private void compareDigest(Integrity announced, LinkVerifier.Evidence found) {
        String expected = HexFormat.of().formatHex(announced.digest());
        if (!expected.equals(found.digest())) {
            throw mismatch(
                    FailureCode.DATA_DIGEST_MISMATCH,
                    "/properties/integrity: the %s of %s is %s, %s is announced."
                            .formatted(
                                    announced.method().wireName(),
                                    link.href(),
                                    found.digest(),
                                    expected));
        }
    }

    private StepFailure mismatch(FailureCode code, String text) {
        return new StepFailure(
                Failure.permanent(code, text).blaming(String.valueOf(link.href().getHost())));
    }
}
