package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/// Which part of a list by time is meant.
final class RangeOptions {

    @Option(names = "--since", paramLabel = "TIME", description = "At or after (UTC).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Before (UTC).")
    private @Nullable String until;

    @Option(names = "--before", paramLabel = "N", description = "The next page.")
    private @Nullable String before;

    Query addTo(Query query) {
        return query.with("since", since).with("until", until).with("before", before);
    }
}
