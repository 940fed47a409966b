package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.chain.Submission;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// Announces that a discovery record is withdrawn.
@Command(
        name = "withdraw",
        description = {
            "Announces that a discovery record is withdrawn.",
            "The record must say which it is; otherwise it need not conform, nor still be behind"
                    + " the URL."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata withdraw record.json --url https://data.example.org/record.json --wait"
        })
public final class MetadataWithdrawCommand implements Callable<Integer> {

    @Mixin private RecordHandover record;

    MetadataWithdrawCommand(Terminal terminal) {
        record = new RecordHandover(terminal);
    }

    @Override
    public Integer call() {
        return record.hand(Submission.Intent.WITHDRAW);
    }
}
