package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.chain.Submission;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// Announces a discovery record through a running node.
@Command(
        name = "publish",
        description = {
            "Announces a discovery record through a running node.",
            "The node judges it strictly, compares it with what the URL gives, and publishes its"
                    + " notification:",
            "new, or an update if the node announced the record before. The same again ends"
                    + " unchanged."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata publish record.json --url https://data.example.org/record.json --wait"
        })
public final class MetadataPublishCommand implements Callable<Integer> {

    @Mixin private RecordHandover record;

    MetadataPublishCommand(Terminal terminal) {
        record = new RecordHandover(terminal);
    }

    @Override
    public Integer call() {
        return record.hand(Submission.Intent.PUBLISH);
    }
}
