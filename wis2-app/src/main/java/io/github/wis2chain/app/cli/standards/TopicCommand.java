package io.github.wis2chain.app.cli.standards;

import picocli.CommandLine.Command;

/// Judges topics and finds them (WTH).
@Command(
        name = "topic",
        description = "Judges topics and finds them (WTH).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TopicValidateCommand.class,
            TopicListCommand.class,
            TopicSearchCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 topic validate --publication origin/a/wis2/fr-ifremer-argo/metadata",
            "  wis2 topic list origin/a/wis2/fr-ifremer-argo/data/core",
            "  wis2 topic search sea-ice"
        })
public final class TopicCommand {}
