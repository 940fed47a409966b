package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// Scores discovery records by the key performance indicators (KPI) of WCMP2.
@Command(
        name = "kpi",
        description = {
            "Scores discovery records by the key performance indicators (KPI) of WCMP2.",
            "No link is opened, so the points for links and previews are not judged. Spelling is"
                    + " that of American English; the reference profile knows no words of our"
                    + " field, as the official tool."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata kpi record.json",
            "  wis2 metadata kpi --json records/ | jq -r '[.file, .kpi_summary.grade] | @tsv'"
        })
final class MetadataKpiCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    MetadataKpiCommand(Terminal terminal) {
        this.options = new JudgeOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.judge(
                Judge.ofRecords(
                        options.profile(), options.hierarchy(), options.schema(BundleSource.WCMP2)),
                View.INDICATORS);
    }
}
