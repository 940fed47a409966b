package io.github.wis2chain.app.cli;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// Lists one page of what a node has of one kind, newest first, and says how to go on.
abstract class PagedListing extends Listing {

    private final String none;
    private final String more;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit;

    /// @param none what is said if there is nothing
    /// @param more what is said if another page follows
    PagedListing(Terminal terminal, String path, List<Column> columns, String none, String more) {
        super(terminal, path, columns);
        this.none = none;
        this.more = more;
    }

    /// What of the list is asked for, whatever its length.
    abstract Query asked();

    @Override
    Map<String, String> query() {
        return asked().with("limit", Integer.toString(limit)).parts();
    }

    /// A page without items may be followed by others: a search looks at so much at a time.
    @Override
    void print(JsonNode page) {
        String next = Answers.text(page, "next");
        if (page.path("items").isEmpty() && next.isEmpty()) {
            terminal().err().println(none);
            return;
        }
        super.print(page);
        if (!next.isEmpty()) {
            terminal().err().printf("%s; go on with --before %s.%n", more, next);
        }
    }
}
