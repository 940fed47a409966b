package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/// Which runs are meant: the same options wherever runs are chosen.
final class RunFilterOptions {

    @Option(
            names = "--state",
            paramLabel = "STATES",
            description =
                    "waiting, running, succeeded, unchanged, failed, discarded; several with"
                            + " commas.")
    private @Nullable String state;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "Of this dataset; - for runs that no dataset was found for.")
    private @Nullable String dataset;

    @Option(names = "--source", paramLabel = "NAME", description = "From this source.")
    private @Nullable String source;

    @Option(names = "--step", paramLabel = "NAME", description = "That failed in this step.")
    private @Nullable String step;

    @Option(names = "--cause", paramLabel = "CODE", description = "With this failure code.")
    private @Nullable String cause;

    @Option(
            names = "--culprit",
            paramLabel = "NAME",
            description = "With this at fault, as `wis2 run causes` shows it; - for nothing.")
    private @Nullable String culprit;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description =
                    "A whole data_id, a file name, or the id of an event, a run or a notification.")
    private @Nullable String search;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Received at or after this time or day (UTC).")
    private @Nullable String since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Received before this time or day (UTC).")
    private @Nullable String until;

    Query query() {
        return new Query()
                .with("state", state)
                .with("dataset", dataset)
                .with("source", source)
                .with("step", step)
                .with("cause", cause)
                .with("culprit", culprit)
                .with("q", search)
                .with("since", since)
                .with("until", until);
    }
}
