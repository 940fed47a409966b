package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.LocalAccess;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// How to speak to a node, and how to show what it says.
abstract class NodeAccess {

    static final String DEFAULT_URL = "http://127.0.0.1:8080";

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final Terminal terminal;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "A file that holds an API token (default: the variable WIS2_TOKEN; for a node"
                            + " of your own on this machine none is needed).")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    NodeAccess(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The node that the command line names, if it names one.
    abstract Optional<URI> given();

    boolean json() {
        return json;
    }

    ApiClient client() {
        URI node =
                given().orElseGet(() ->
                        URI.create(terminal.variable("WIS2_URL").orElse(DEFAULT_URL)));
        if (!WebAddress.isOne(node)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the node's URL [%s] must be an http or https URL".formatted(node));
        }
        return new ApiClient(node, token().or(() -> localAccess(node)));
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

    private Optional<String> localAccess(URI node) {
        if (!LOOPBACK.matcher(node.getHost()).matches()) {
            return Optional.empty();
        }
        int usual = "https".equals(node.getScheme()) ? 443 : 80;
        int port = node.getPort() < 0 ? usual : node.getPort();
        return LocalAccess.read(terminal.environment(), port);
    }
}
