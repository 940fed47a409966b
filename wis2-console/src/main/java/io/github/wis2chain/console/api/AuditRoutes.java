package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists what people did.
final class AuditRoutes {

    private AuditRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get(
                                "/api/v1/audit",
                                AuditRoutes::list,
                                "who",
                                "kind",
                                "run",
                                "source",
                                "dataset",
                                "subject",
                                "since",
                                "until",
                                "before",
                                "after",
                                "limit")
                        .needing(Role.OPERATOR));
    }

    private static void list(Call call) {
        var filter =
                new AuditFilter(
                        call.query("who"),
                        call.query("kind"),
                        call.query("run", RunId::parse),
                        call.query("source", SourceName::new),
                        call.query("dataset"),
                        call.query("subject"),
                        call.query("since", RunQueries::instant),
                        call.query("until", RunQueries::instant));
        Window window = Windows.of(call, Windows::number);
        List<AuditEntry> page = call.node().archive().audit(filter, window);
        call.json(
                200,
                new Windows.Entries<>(
                        page.stream().map(Entry::of).toList(),
                        older(call, filter, page).map(number -> Long.toString(number)),
                        page.isEmpty()
                                ? Windows.edge(window)
                                : Optional.of(Long.toString(page.getFirst().number()))));
    }

    /// The act to go on behind, unless it is the last.
    private static Optional<Long> older(Call call, AuditFilter filter, List<AuditEntry> page) {
        return page.stream()
                .reduce((_, last) -> last)
                .map(AuditEntry::number)
                .filter(oldest ->
                        !call.node()
                                .archive()
                                .audit(filter, Window.olderThan(oldest, 1))
                                .isEmpty());
    }

    /// One act.
    private record Entry(
            Instant at,
            String who,
            String kind,
            Optional<String> runId,
            Optional<String> source,
            Optional<String> dataset,
            Optional<String> subject,
            String text,
            String from) {
        static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.act().at(),
                    entry.act().who(),
                    entry.act().kind(),
                    entry.run().map(RunId::toString),
                    entry.source().map(SourceName::value),
                    entry.dataset(),
                    entry.subject(),
                    entry.act().text(),
                    entry.act().from());
        }
    }
}
