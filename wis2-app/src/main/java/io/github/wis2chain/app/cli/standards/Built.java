package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.util.List;

/// What was made of one input.
///
/// @param read whether the input could be read
/// @param findings why nothing could be made
record Built(String file, boolean read, List<Judgement> notifications, List<Finding> findings) {

    /// A notification with the judgement of the strict profile on it.
    record Judgement(NotificationMessage notification, Report report) {}

    int exitCode() {
        if (!read) {
            return ExitCode.UNDECIDED;
        }
        boolean good =
                findings.isEmpty()
                        && notifications.stream().allMatch(each -> each.report().conforms());
        return good ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
    }
}
