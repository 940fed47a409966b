package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.wnm.Wnm;

/// Compares the data of notifications with what these announce, as a Global Cache does.
///
/// It takes any JSON text that has a primary link: whether the notification conforms otherwise is a matter of
/// `wis2 message validate`.
record MessageVerifier(LinkVerifier links) {

    /// Follows the primary link of a notification.
    Verified verify(Document document) throws InterruptedException {
        return switch (document) {
            case Document.Read(String name, byte[] bytes) -> verify(name, bytes);
            case Document.Unreadable unreadable ->
                    Verified.unreadable(
                            unreadable,
                            Finding.skipped(
                                    Wnm.requirement("validation"),
                                    "",
                                    "the file " + unreadable.reason()));
        };
    }

    private Verified verify(String name, byte[] bytes) throws InterruptedException {
        var verification = new Verification(name, links);
        return switch (JsonReader.standard().read(bytes)) {
            case JsonRead.Document notification -> verification.of(notification.root());
            case JsonRead.Refused refused -> verification.refused(refused);
        };
    }
}
