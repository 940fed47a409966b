package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.util.Optional;

/// Which node to speak to, and how to show what it says.
final class NodeOptions extends NodeAccess {

    @Option(
            names = {"--url", "--node"},
            paramLabel = "URL",
            description = "The node's API (default: WIS2_URL, else " + DEFAULT_URL + ").")
    private @Nullable URI url;

    NodeOptions(Terminal terminal) {
        super(terminal);
    }

    @Override
    Optional<URI> given() {
        return Optional.ofNullable(url);
    }
}
