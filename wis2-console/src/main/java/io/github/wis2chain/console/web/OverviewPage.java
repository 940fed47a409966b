package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.DatasetCard;
import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.console.api.RunQueries;
import io.github.wis2chain.console.api.Trend.Minute;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The first page: how the node is, what flows, and what of each dataset.
final class OverviewPage {

    private final Templates templates;
    private final List<Source> sources;

    OverviewPage(Templates templates, List<Source> sources) {
        this.templates = templates;
        this.sources = sources;
    }

    List<Route> all() {
        return List.of(Route.get("/", this::show));
    }

    private void show(Call call) {
        Frame frame = Frame.of(call, "Overview", "overview");
        templates.show(call, "overview.jte", Map.of("frame", frame, "page", page(call, frame)));
    }

    private Overview page(Call call, Frame frame) {
        List<Minute> minutes = call.node().metrics().trend().minutes();
        Set<SourceName> held = call.node().archive().held();
        return new Overview(
                call.node().metrics().trend().startedAt(),
                flow(minutes),
                call.node().archive().oldestInProgress().map(at -> age(at, frame.now())),
                Chart.of(minutes, Minute::published),
                Chart.of(minutes, Minute::failed),
                Chart.of(minutes, millis(Minute::p50)),
                Chart.of(minutes, millis(Minute::p95)),
                datasets(call.node(), frame.standing()),
                sources.stream().map(source -> SourceLine.of(source, held)).toList());
    }

    private static List<Stage> flow(List<Minute> minutes) {
        return List.of(
                Stage.of("received", "/runs", minutes, Minute::received),
                Stage.of("validated", "/runs", minutes, Minute::validated),
                Stage.of("checked", "/runs", minutes, Minute::checked),
                Stage.of("published", "/published", minutes, Minute::published));
    }

    private static String age(Instant since, Instant now) {
        return Text.span(Duration.between(since, now));
    }

    private static ToLongFunction<Minute> millis(Function<Minute, Optional<Duration>> quantile) {
        return minute -> quantile.apply(minute).map(Duration::toMillis).orElse(0L);
    }

    /// Every dataset that is configured, then those that only the past knows.
    private static List<DatasetLine> datasets(Node node, Standing standing) {
        List<LedgerRow> today = standing.today();
        List<DatasetCard> cards = node.datasets();
        Set<String> held = node.archive().heldDatasets();
        List<DatasetLine> lines = new ArrayList<>();
        for (DatasetCard card : cards) {
            lines.add(
                    new DatasetLine(
                            card.name(),
                            Optional.of(card),
                            held.contains(card.name()),
                            today.stream()
                                    .filter(row -> row.dataset().equals(Optional.of(card.name())))
                                    .findFirst()
                                    .orElseGet(() -> nothing(Optional.of(card.name()))),
                            standing.published().getOrDefault(card.name(), 0L),
                            node.outbox().lastAcknowledged(card.name())));
        }
        for (LedgerRow row : today) {
            boolean configured =
                    cards.stream().anyMatch(card -> row.dataset().equals(Optional.of(card.name())));
            if (!configured) {
                String name = row.dataset().orElse("");
                lines.add(
                        new DatasetLine(
                                name,
                                Optional.empty(),
                                held.contains(name),
                                row,
                                standing.published().getOrDefault(name, 0L),
                                Optional.empty()));
            }
        }
        return lines;
    }

    private static LedgerRow nothing(Optional<String> dataset) {
        return new LedgerRow(dataset, 0, 0, 0, 0, 0, 0, 0);
    }

    /// The whole page.
    ///
    /// @param startedAt when the node started, if that is within the last hour
    /// @param oldest age of the oldest event that waits or is worked on
    record Overview(
            Optional<Instant> startedAt,
            List<Stage> flow,
            Optional<String> oldest,
            Chart published,
            Chart failed,
            Chart p50,
            Chart p95,
            List<DatasetLine> datasets,
            List<SourceLine> sources) {

        /// The time that the figures of the flow are of.
        String period() {
            return startedAt.map(at -> "since " + Text.clock(at)).orElse("in the last hour");
        }

        Commands datasetCommands() {
            Map<String, Boolean> held = new LinkedHashMap<>();
            datasets.stream()
                    .filter(line -> line.card().isPresent() || line.held())
                    .forEach(line -> held.put(line.name(), line.held()));
            return Commands.ofHolds("dataset", held);
        }

        Commands sourceCommands() {
            Map<String, Boolean> held = new LinkedHashMap<>();
            sources.forEach(line -> held.put(line.name(), line.held()));
            return Commands.ofHolds("source", held);
        }

        /// What stands in the place of a chart without figures.
        String nothing() {
            return startedAt.isPresent() ? "Nothing yet." : "Nothing in the last hour.";
        }
    }

    /// One station of the flow.
    ///
    /// @param address where these can be seen one by one
    /// @param lately how many in the last five minutes
    record Stage(String name, String address, long lately, long hour, Chart chart) {

        static Stage of(
                String name, String address, List<Minute> minutes, ToLongFunction<Minute> count) {
            List<Minute> recent = minutes.subList(minutes.size() - 5, minutes.size());
            return new Stage(
                    name,
                    address,
                    recent.stream().mapToLong(count).sum(),
                    minutes.stream().mapToLong(count).sum(),
                    Chart.of(minutes, count));
        }

        /// Events per minute over the last five.
        String rate() {
            return lately == 0
                    ? "0"
                    : lately < 50
                            ? "%.1f".formatted((double) lately / 5.0)
                            : Text.count(lately / 5);
        }
    }

    /// A dataset with what became of the events that came in today, and what went out.
    ///
    /// @param card what the configuration says of it, if it still does
    /// @param held its runs wait, because somebody paused it
    /// @param published notifications that a broker acknowledged today, whenever their events came in
    record DatasetLine(
            String name,
            Optional<DatasetCard> card,
            boolean held,
            LedgerRow today,
            long published,
            Optional<Instant> lastPublished) {

        /// The dataset as a filter of runs.
        String filter() {
            return name.isEmpty() ? RunQueries.WITHOUT : Text.url(name);
        }
    }

    /// A source with its state.
    record SourceLine(String name, boolean held, Source.Status status) {
        static SourceLine of(Source source, Set<SourceName> held) {
            return new SourceLine(
                    source.name().value(), held.contains(source.name()), source.status());
        }
    }
}
