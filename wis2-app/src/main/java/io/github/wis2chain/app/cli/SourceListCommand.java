package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

import java.util.List;

/// Lists the sources with their state.
@Command(name = "list", description = "Lists the sources of events, and how each of them is.")
final class SourceListCommand extends Listing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("SOURCE", "name"),
                    Column.text("STATE", "state"),
                    Column.yes("HEALTHY", "healthy"),
                    Column.text("RECEIVED", "received"),
                    Column.text("UNWANTED", "unwanted"),
                    Column.text("CONNECTION", "text"));

    SourceListCommand(Terminal terminal) {
        super(terminal, "/api/v1/sources", COLUMNS);
    }
}
