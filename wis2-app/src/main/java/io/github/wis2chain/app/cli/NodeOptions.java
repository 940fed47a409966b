package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which node to speak to, and how to show what it says.
final class NodeOptions {

    private static final String DEFAULT_URL = "http://127.0.0.1:8080";

    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The node's API (default: WIS2_URL, else " + DEFAULT_URL + ").")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file that holds the API token (default: the variable WIS2_TOKEN).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who acts, for the audit (default: your user name).")
    private String actor = System.getProperty("user.name", "operator");

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    NodeOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    boolean json() {
        return json;
    }

    ApiClient client() {
        URI node =
                url != null ? url : URI.create(terminal.variable("WIS2_URL").orElse(DEFAULT_URL));
        if (node.getHost() == null || !String.valueOf(node.getScheme()).matches("https?")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--url [%s] must be an http or https URL".formatted(node));
        }
        return new ApiClient(node, token(), actor);
    }

    /// Never an option of its own: command lines are seen by every user of the machine.
    private Optional<String> token() {
        if (tokenFile == null) {
            return terminal.variable("WIS2_TOKEN");
        }
        try {
            return Optional.of(Files.readString(tokenFile).strip());
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the token file %s cannot be read".formatted(tokenFile),
                    unreadable);
        }
    }
}
