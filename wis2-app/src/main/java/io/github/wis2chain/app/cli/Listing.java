package io.github.wis2chain.app.cli;

import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Lists what a node has of one kind: in columns, or as the node answered.
abstract class Listing implements Callable<Integer> {

    private final Terminal terminal;
    private final String path;
    private final List<Column> columns;

    @Mixin private NodeOptions node;

    /// @param path of the list
    Listing(Terminal terminal, String path, List<Column> columns) {
        this.terminal = terminal;
        this.path = path;
        this.columns = columns;
        this.node = new NodeOptions(terminal);
    }

    Terminal terminal() {
        return terminal;
    }

    /// What of the list is asked for.
    Map<String, String> query() {
        return Map.of();
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode list = api.get(path, query());
            if (node.json()) {
                terminal.out().println(list);
            } else {
                print(list);
            }
            return ExitCode.DONE;
        }
    }

    void print(JsonNode list) {
        var table = new Table(columns.stream().map(Column::heading).toArray(String[]::new));
        for (JsonNode item : list.path("items")) {
            table.row(
                    columns.stream()
                            .map(column -> column.cell().apply(item))
                            .toArray(String[]::new));
        }
        table.print(terminal.out());
    }
}
