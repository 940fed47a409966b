package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.generation.Announcement;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Builds notifications of STAC items, data files or discovery records, and judges them before it prints them.
@Command(
        name = "build",
        description = {
            "Builds notifications: one for each selected asset of STAC items (bare, or in"
                + " CloudEvents), for data files, or for discovery records. Prints each on a line."
                + " What the strict profile refuses is not printed, but why.",
            "Nothing is downloaded and nothing is sent."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message build --stac event.json --metadata-id urn:wmo:md:fr-ifremer-argo:argo",
            "  wis2 message build --file IOPX01.BU --href https://data.example.org/bufr/ \\",
            "      --time 2024-11-09T21:08:00Z --place=21.06,-36.3 --inline",
            "  wis2 message build --metadata record.json --href https://example.org/record.json"
        })
final class MessageBuildCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Mixin private BuildOptions options;

    @Option(
            names = "--json",
            description = "Print a line of JSON for each input, with notifications and findings.")
    private boolean json;

    MessageBuildCommand(Terminal terminal) {
        this.terminal = terminal;
        this.options = new BuildOptions(terminal);
    }

    /// What the notifications are built of: files, folders, or - for standard input.
    static final class Input {

        @Option(
                names = "--stac",
                paramLabel = "ITEM",
                arity = "1..*",
                description = "STAC items, or CloudEvents that carry one; folders, or -.")
        private List<String> items = List.of();

        @Option(
                names = "--file",
                paramLabel = "FILE",
                arity = "1..*",
                description = "Data files of any length; folders, or -.")
        private List<String> files = List.of();

        @Option(
                names = "--metadata",
                paramLabel = "RECORD",
                arity = "1..*",
                description = "Discovery records (WCMP2); folders, or -.")
        private List<String> records = List.of();

        private List<String> names() {
            if (!items.isEmpty()) {
                return items;
            }
            return files.isEmpty() ? records : files;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Maker maker = maker();
        var printer = new BuiltPrinter(terminal, json);
        var tally = new Tally();
        Documents.visited(
                        terminal.in(),
                        (name, opening) -> {
                            Built built = build(maker, name, opening);
                            tally.add(built.exitCode());
                            printer.print(built);
                        })
                .read(input.names());
        if (tally.count() == 0) {
            terminal.err().println("wis2: there is no file in " + String.join(", ", input.names()));
        }
        return tally.exitCode();
    }

    private Maker maker() {
        if (!input.items.isEmpty()) {
            return options.ofItems();
        }
        return input.files.isEmpty()
                ? options.ofRecords(input.records)
                : options.ofFiles(input.files);
    }

    private static Built build(Maker maker, String name, Documents.Opening opening) {
        try {
            List<Built.Judgement> judged =
                    maker.make(name, opening).stream().map(MessageBuildCommand::judged).toList();
            return new Built(name, true, judged, List.of());
        } catch (CannotBuild refusal) {
            return new Built(name, true, List.of(), refusal.findings());
        } catch (IOException failure) {
            var finding =
                    Finding.skipped(
                            Wnm.requirement("validation"),
                            "",
                            "the file cannot be read: " + Documents.reason(failure));
            return new Built(name, false, List.of(), List.of(finding));
        }
    }

    /// The notification with an id and the present time, and the judgement on the bytes that would be sent.
    private static Built.Judgement judged(NotificationBuilder builder) {
        NotificationMessage notification =
                Announcement.fitting(builder.id(UUID.randomUUID()).pubtime(Instant.now()).build());
        return new Built.Judgement(
                notification, Wnm.validate(notification.toBytes(), Profile.STRICT));
    }
}
