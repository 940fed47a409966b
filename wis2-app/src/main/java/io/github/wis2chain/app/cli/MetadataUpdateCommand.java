package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.chain.Submission;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// Announces that a discovery record has changed.
@Command(
        name = "update",
        description = {
            "Announces that a discovery record has changed.",
            "It goes out as an update also if the node never announced the record, which it then"
                    + " says:",
            "it may have been announced by hand, or by another system."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata update record.json --url https://data.example.org/record.json --wait"
        })
public final class MetadataUpdateCommand implements Callable<Integer> {

    @Mixin private RecordHandover record;

    MetadataUpdateCommand(Terminal terminal) {
        record = new RecordHandover(terminal);
    }

    @Override
    public Integer call() {
        return record.hand(Submission.Intent.UPDATE);
    }
}
