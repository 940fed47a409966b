package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.Bundle;
import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.adapters.bundle.BundleSync;
import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Fetches the official schemas and code lists.
@Command(
        name = "sync",
        description = {
            "Fetches the official schemas and code lists into the data directory. From then on"
                    + " validate, ets and kpi, and a node from its next start, judge by these"
                    + " schemas as well, and by the centres of the list.",
            "All files come, or nothing changes. Ends with 1 if one is not what it should be, 3 if"
                    + " one cannot be had."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 bundle sync",
            "  wis2 bundle sync --source wnm.json=https://mirror.example.org/wnm.json"
        })
final class BundleSyncCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private BundleOptions bundle;

    @Mixin private LinkOptions links = new LinkOptions();

    @Option(
            names = "--source",
            paramLabel = "FILE=URL",
            description = "Fetch a file from elsewhere; may be given several times.")
    private Map<String, URI> elsewhere = Map.of();

    @Option(names = "--json", description = "Print a line of JSON.")
    private boolean json;

    BundleSyncCommand(Terminal terminal) {
        this.terminal = terminal;
        this.bundle = new BundleOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<BundleSource> sources = sources();
        try (var downloads = links.verifier()) {
            Bundle synced =
                    new BundleSync(downloads, InstantSource.system())
                            .sync(sources, bundle.folder());
            new BundlePrinter(terminal, json).print(Optional.of(synced));
            return ExitCode.DONE;
        } catch (BundleFault fault) {
            throw new CommandFailure(
                    fault.isUnreachable() ? ExitCode.UNDECIDED : ExitCode.NOT_CONFORMING,
                    "Nothing was changed: " + fault.getMessage(),
                    fault);
        }
    }

    private List<BundleSource> sources() {
        var unknown = new TreeSet<>(elsewhere.keySet());
        BundleSource.OFFICIAL.forEach(source -> unknown.remove(source.name()));
        if (!unknown.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--source [%s] must be one of %s"
                            .formatted(
                                    String.join(", ", unknown),
                                    BundleSource.OFFICIAL.stream()
                                            .map(BundleSource::name)
                                            .collect(Collectors.joining(", "))));
        }
        return BundleSource.OFFICIAL.stream()
                .map(source ->
                        elsewhere.containsKey(source.name())
                                ? source.at(elsewhere.get(source.name()))
                                : source)
                .toList();
    }
}
