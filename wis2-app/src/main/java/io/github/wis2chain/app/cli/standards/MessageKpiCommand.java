package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.net.URI;
import java.util.Optional;

/// Scores notifications by the key performance indicators (KPI) of WNM.
@Command(
        name = "kpi",
        description = {
            "Scores notifications by the key performance indicators (KPI) of WNM.",
            "A catalogue is asked with --catalogue only; else the point for being listed in it is"
                    + " not judged."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message kpi notification.json",
            "  wis2 message kpi --catalogue https://gdc.example.org/ notification.json"
        })
final class MessageKpiCommand extends JudgeMessages {

    private final Terminal terminal;

    @Mixin private LinkOptions links = new LinkOptions();

    @Option(
            names = "--catalogue",
            paramLabel = "URL",
            description =
                    "Ask the Global Discovery Catalogue whose API has this root for the records"
                            + " that notifications name.")
    private @Nullable URI catalogue;

    MessageKpiCommand(Terminal terminal) {
        super(terminal, View.INDICATORS);
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        URI root = catalogue;
        if (root == null) {
            return super.call();
        }
        try (var web = links.verifier()) {
            return judgeAll(
                    Optional.of(new Catalogue(root, options().profile(), web, terminal.err())));
        }
    }
}
