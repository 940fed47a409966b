package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/// Lists what people did.
@Command(
        name = "audit",
        description = "Lists what people did, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 audit --since 2026-11-23", "  wis2 audit --who jane --kind discard"})
final class AuditCommand extends PagedListing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.time("TIME (UTC)", "at"),
                    Column.text("WHO", "who"),
                    Column.text("FROM", "from"),
                    Column.text("WHAT", "kind"),
                    new Column(
                            "TO WHAT",
                            act ->
                                    Answers.text(act, "run_id")
                                            + Answers.text(act, "source")
                                            + Answers.text(act, "dataset")
                                            + Answers.text(act, "subject")),
                    Column.text("TEXT", "text"));

    @Option(names = "--who", paramLabel = "NAME", description = "By this account.")
    private @Nullable String who;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "publish (by hand), retry, edit, discard, note, republish, pause, resume,"
                            + " sign-in, sign-in-refused, user-add, token-create, …")
    private @Nullable String kind;

    @Option(names = "--run", paramLabel = "ID", description = "Done to this run.")
    private @Nullable String run;

    @Option(names = "--source", paramLabel = "NAME", description = "Done to this source.")
    private @Nullable String source;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Done to this dataset.")
    private @Nullable String dataset;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Done to this account or token.")
    private @Nullable String subject;

    @Mixin private RangeOptions range = new RangeOptions();

    AuditCommand(Terminal terminal) {
        super(terminal, "/api/v1/audit", COLUMNS, "No act matches.", "There is more");
    }

    @Override
    Query asked() {
        return range.addTo(
                new Query()
                        .with("who", who)
                        .with("kind", kind)
                        .with("run", run)
                        .with("source", source)
                        .with("dataset", dataset)
                        .with("subject", subject));
    }
}
