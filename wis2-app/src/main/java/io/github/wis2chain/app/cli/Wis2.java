package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.cli.standards.BundleCommand;
import io.github.wis2chain.app.cli.standards.MessageCommand;
import io.github.wis2chain.app.cli.standards.MetadataCommand;
import io.github.wis2chain.app.cli.standards.TopicCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/// The command `wis2`, which has the others.
@Command(
        name = "wis2",
        description =
                "The processing chain of a WIS2 node: from a file event to a published"
                        + " notification.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            EventCommand.class,
            RunCommand.class,
            SourceCommand.class,
            DatasetCommand.class,
            NotificationCommand.class,
            LedgerCommand.class,
            AuditCommand.class,
            SubscribeCommand.class,
            MessageCommand.class,
            MetadataCommand.class,
            TopicCommand.class,
            BundleCommand.class,
            UserCommand.class,
            TokenCommand.class,
            BrokerCommand.class,
            ConfigCommand.class,
            RehearseCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:does not conform, or a run failed",
            "2:wrong usage",
            "3:could not be decided: no node answers, a file cannot be read, time ran out"
        })
final class Wis2 {}
