package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/// Downloads the data of notifications and compares length and digest.
@Command(
        name = "verify",
        description = {
            "Follows the primary link of notifications and compares the data with what is"
                    + " announced: status, length, digest, and data inside the notification.",
            "Ends with 0 if the data are those announced, 1 if they are not or are not there, 3 if"
                    + " they could not be had this time or no digest is announced to compare with."
                    + " A deletion has no data and is not followed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message verify notification.json",
            "  wis2 message verify --json outbox/ | jq -r 'select(.outcome != \"verified\").file'",
            "  wis2 message verify --allow 10.1.0.0/16 --timeout 10 notification.json"
        })
final class MessageVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private LinkOptions links = new LinkOptions();

    @Option(names = "--json", description = "Print a line of JSON for each file.")
    private boolean json;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, folders with all that is in them, or - for standard input.")
    private List<String> files = List.of();

    MessageVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var printer = new VerifiedPrinter(terminal, json);
        var tally = new Tally();
        try (var following = links.verifier()) {
            var verifier = new MessageVerifier(following);
            new Documents(
                            terminal.in(),
                            document -> {
                                Verified verified = verifier.verify(document);
                                tally.add(verified.exitCode());
                                printer.print(verified);
                            })
                    .read(files);
        }
        if (tally.count() == 0) {
            terminal.err().println("wis2: there is no file in " + String.join(", ", files));
        }
        return tally.exitCode();
    }
}
