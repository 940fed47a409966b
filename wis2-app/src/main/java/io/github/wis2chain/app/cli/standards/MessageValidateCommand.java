package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;

/// Judges notifications by the rules of WNM, and tells every fault with its place and its repair.
@Command(
        name = "validate",
        description = {
            "Judges notifications by the rules of WNM, and tells every fault with its place and its"
                    + " repair."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message validate notification.json",
            "  wis2 message validate --json outbox/ | jq -c 'select(.conforms | not)'",
            "  mosquitto_sub -C 1 -t 'origin/#' | wis2 message validate -"
        })
final class MessageValidateCommand extends JudgeMessages {

    MessageValidateCommand(Terminal terminal) {
        super(terminal, View.FINDINGS);
    }
}
