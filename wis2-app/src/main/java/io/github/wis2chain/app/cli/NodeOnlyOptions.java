package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.util.Optional;

/// Which node to speak to, for commands whose `--url` is of something else.
final class NodeOnlyOptions extends NodeAccess {

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "The node's API (default: WIS2_URL, else " + DEFAULT_URL + ").")
    private @Nullable URI url;

    NodeOnlyOptions(Terminal terminal) {
        super(terminal);
    }

    @Override
    Optional<URI> given() {
        return Optional.ofNullable(url);
    }
}
