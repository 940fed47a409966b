package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was found when the data of one notification were compared with what it announces.
///
/// @param file its path, or `-`
/// @param link the link that was followed; empty if there was none to follow
/// @param checks `link`, `length`, `digest` and, for data inside the notification, `content`
/// @param found what was behind the link, if it could be had whole
record Verified(
        String file,
        Outcome outcome,
        Optional<Followed> link,
        Map<String, Verdict> checks,
        List<Finding> findings,
        Optional<LinkVerifier.Evidence> found) {

    /// The outcome in one word.
    enum Outcome {
        /// The data are those that are announced.
        VERIFIED,
        /// They are not, or can never be had from there, or the notification is no notification.
        DIFFERS,
        /// The data could not be had this time, or no digest is announced to compare them with.
        UNDECIDED,
        /// The notification withdraws data, so there is nothing to download.
        WITHDRAWN
    }

    /// A link that says where the data are.
    record Followed(String href, String rel) {}

    /// A file that could not be read.
    static Verified unreadable(Document.Unreadable document, Finding finding) {
        return new Verified(
                document.name(),
                Outcome.UNDECIDED,
                Optional.empty(),
                Map.of(),
                List.of(finding),
                Optional.empty());
    }

    int exitCode() {
        return switch (outcome) {
            case VERIFIED, WITHDRAWN -> ExitCode.DONE;
            case DIFFERS -> ExitCode.NOT_CONFORMING;
            case UNDECIDED -> ExitCode.UNDECIDED;
        };
    }
}
