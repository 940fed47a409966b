package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.adapters.http.LinkSettings;
import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocketFactory;

/// How links are followed from the command line.
final class LinkOptions {

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Time for one download, redirects included (default: ${DEFAULT-VALUE}).")
    private int timeout = 60;

    @Option(
            names = "--max-size",
            paramLabel = "BYTES",
            defaultValue = "1000000000",
            description = "Bytes downloaded at most (default: ${DEFAULT-VALUE}).")
    private long maxSize = 1_000_000_000;

    @Option(
            names = "--redirects",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Redirects followed at most (default: ${DEFAULT-VALUE}).")
    private int redirects = 5;

    @Option(
            names = "--allow",
            paramLabel = "ADDRESS",
            description =
                    "Follow links to this host, address or block too, although it is not public;"
                            + " may be given several times.")
    private List<String> allow = List.of();

    @Option(
            names = "--allow-internal",
            description = "Follow links to internal addresses too: loopback, private and others.")
    private boolean allowInternal;

    /// Follows links as the options say; to be closed.
    HttpLinkVerifier verifier() {
        return new HttpLinkVerifier(settings());
    }

    /// Follows links as the options say, with another idea of whom to trust; to be closed.
    HttpLinkVerifier verifier(Supplier<SSLSocketFactory> tls) {
        return new HttpLinkVerifier(settings(), tls);
    }

    private LinkSettings settings() {
        List<String> allowed = new ArrayList<>(allow);
        if (allowInternal) {
            allowed.addAll(List.of("0.0.0.0/0", "::/0"));
        }
        LinkSettings defaults = LinkSettings.DEFAULT;
        try {
            return new LinkSettings(
                    defaults.connectTimeout(),
                    Duration.ofSeconds(timeout),
                    defaults.turnTimeout(),
                    maxSize,
                    redirects,
                    defaults.perHost(),
                    allowed);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
