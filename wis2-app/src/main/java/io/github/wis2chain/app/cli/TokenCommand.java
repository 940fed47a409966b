package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks after the tokens of programs.
@Command(
        name = "token",
        description = "Looks after the tokens by which programs use the API.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand {}
