package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// Scores notifications by the key performance indicators (KPI) of WNM.
@Command(
        name = "kpi",
        description = {
            "Scores notifications by the key performance indicators (KPI) of WNM.",
            "No catalogue is asked, so the point for being listed in it is not judged."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 message kpi notification.json"})
final class MessageKpiCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    @Mixin private EditionOption edition = new EditionOption();

    MessageKpiCommand(Terminal terminal) {
        this.options = new JudgeOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.judge(
                Judge.ofMessages(
                        options.profile(), edition.edition(), options.schema(BundleSource.WNM)),
                View.INDICATORS);
    }
}
