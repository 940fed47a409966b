package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;

/// Runs the executable test suite (ETS) of WNM on notifications, and tells the verdict of each test.
@Command(
        name = "ets",
        description = {
            "Runs the executable test suite (ETS) of WNM on notifications, and tells the verdict of"
                    + " each test."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message ets notification.json",
            "  wis2 message ets --profile reference --json *.json",
            "  wis2 message ets --profile reference --tool 0.12 notification.json"
        })
final class MessageEtsCommand extends JudgeMessages {

    MessageEtsCommand(Terminal terminal) {
        super(terminal, View.TESTS);
    }
}
