package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Scores discovery records by the key performance indicators (KPI) of WCMP2.
@Command(
        name = "kpi",
        description = {
            "Scores discovery records by the key performance indicators (KPI) of WCMP2.",
            "Links are opened with --links only; else the points for links and previews are not"
                    + " judged. Spelling is that of American English; the reference profile knows"
                    + " no words of our field, and does not look at certificates, as the official"
                    + " tool."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata kpi record.json",
            "  wis2 metadata kpi --links --timeout 10 record.json",
            "  wis2 metadata kpi --json records/ | jq -r '[.file, .kpi_summary.grade] | @tsv'"
        })
final class MetadataKpiCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    @Mixin private LinkOptions links = new LinkOptions();

    @Option(
            names = "--links",
            description =
                    "Open the links of the records, a few at a time, for the indicators"
                            + " links_health and graphic_overview.")
    private boolean open;

    MetadataKpiCommand(Terminal terminal) {
        this.options = new JudgeOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!open) {
            return judge(Optional.empty());
        }
        try (var web = RecordLinks.opener(links, options.profile())) {
            return judge(Optional.of(new RecordLinks(web, options.profile())));
        }
    }

    private int judge(Optional<RecordLinks> opened) throws InterruptedException {
        return options.judge(
                Judge.ofRecords(
                        options.profile(),
                        options.hierarchy(),
                        options.schema(BundleSource.WCMP2),
                        opened),
                View.INDICATORS);
    }
}
