package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;

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
final class MetadataKpiCommand extends JudgeRecords {

    @Mixin private LinkOptions links = new LinkOptions();

    @Option(
            names = "--links",
            description =
                    "Open the links of the records, a few at a time, for the indicators"
                            + " links_health and graphic_overview.")
    private boolean open;

    MetadataKpiCommand(Terminal terminal) {
        super(terminal, View.INDICATORS);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!open) {
            return super.call();
        }
        try (var web = RecordLinks.opener(links, options().profile())) {
            return judgeAll(Optional.of(new RecordLinks(web, options().profile())));
        }
    }
}
