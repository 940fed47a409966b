package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.PublicationListener;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunListener;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.StepRecord;
import io.github.wis2chain.engine.run.StoreUnreadable;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Counts what the runs do, and tells it to Prometheus. Safe for any thread.
public final class NodeMetrics implements RunListener, PublicationListener {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private static final Logger log = LoggerFactory.getLogger(NodeMetrics.class);

    private final InstantSource clock;
    private final double started;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge runs =
            MultiGauge.builder("wis2.runs").description("Runs kept, by state").register(registry);
    private final MultiGauge partsUp =
            MultiGauge.builder("wis2.part.up")
                    .description("1 while the part is well")
                    .register(registry);
    private final Trend trend;
    private volatile Optional<Node> watched = Optional.empty();

    public NodeMetrics(InstantSource clock) {
        this.clock = clock;
        this.trend = new Trend(clock);
        this.started = clock.millis() / 1e3;
    }

    /// Adds a figure that is asked for whenever the metrics are read.
    ///
    /// @param name with dots and without unit: `wis2.disk.free`
    /// @param unit `bytes`, `seconds`
    public void gauge(String name, String unit, String description, Gauged value) {
        gauge(name, unit, description, Tags.empty(), value);
    }

    /// Adds a figure about one of several things of a kind.
    ///
    /// @param label what tells them apart: `broker`, `certificate`
    public void gauge(
            String name, String unit, String description, String label, String of, Gauged value) {
        gauge(name, unit, description, Tags.of(label, of), value);
    }

    /// A histogram of durations, to be told each of them.
    ///
    /// @param name with dots and without unit: `wis2.journal.commit`
    public Consumer<Duration> durations(String name, String description) {
        return timer(name, description).register(registry)::record;
    }

    @Override
    public void ended(Claim claim, Outcome outcome) {
        trend.ended(claim, outcome);
        switch (outcome) {
            case Outcome.Succeeded succeeded -> {
                count(outcome, "succeeded", "");
                Duration took = Duration.between(claim.event().receivedAt(), clock.instant());
                timer(
                                "wis2.run.duration",
                                "From receipt of the event to the end of a successful run")
                        .register(registry)
                        .record(took);
            }
            case Outcome.Unchanged unchanged -> count(outcome, "unchanged", "");
            case Outcome.Failed failed -> count(outcome, "failed", failed.failure().code());
            case Outcome.Later later -> count(outcome, "later", later.failure().code());
            case Outcome.Yielded _ -> {
                count(outcome, "yielded", "");
                return;
            }
            case Outcome.Held _ -> {
                count(outcome, "held", "");
                return;
            }
        }
        List<StepRecord> steps = outcome.history().steps();
        steps.stream()
                .filter(step -> step.attempt() == steps.getLast().attempt())
                .forEach(this::time);
    }

    @Override
    public void published(RunId run, Event event, Ready notification) {
        published(notification.dataset(), notification.rel()).increment();
        notification
                .sent()
                .ifPresent(sent ->
                        toPublished(notification.dataset())
                                .record(
                                        Duration.between(
                                                event.receivedAt(), sent.acknowledgedAt())));
    }

    private Counter published(String dataset, String rel) {
        return Counter.builder("wis2.notifications.published")
                .description("Notifications that a broker acknowledged")
                .tags("dataset", dataset, "rel", rel)
                .register(registry);
    }

    private Timer toPublished(String dataset) {
        return timer(
                        "wis2.event.to.published",
                        "From receipt of an event to the broker's acknowledgement of its"
                                + " notification")
                .tag("dataset", dataset)
                .register(registry);
    }

    /// An alert about what does not happen needs a figure before it has happened for the first time,
    /// and a rate needs the 0 before the 1.
    private void beginAtZero(DatasetCard dataset) {
        for (LinkRelation rel : LinkRelation.values()) {
            published(dataset.name(), rel.wireName());
        }
        toPublished(dataset.name());
    }

    /// The last hour, minute by minute.
    public Trend trend() {
        return trend;
    }

    /// What Prometheus reads.
    public String text() {
        watched.ifPresent(node -> {
            countRuns(node);
            askParts(node);
        });
        return registry.scrape();
    }

    /// Reports on this node from now on.
    void watch(Node node, List<Source> sources) {
        gauge(
                "wis2.oldest.in.progress",
                "seconds",
                "Age of the oldest event whose run is waiting or running",
                () ->
                        node.archive()
                                .oldestInProgress()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toMillis() / 1e3)
                                .orElse(0.0));
        gauge(
                "wis2.intake.held",
                "events",
                "Events that wait for their commit to the journal",
                node.intake()::held);
        gauge(
                "wis2.change.listeners",
                "",
                "Listeners to live changes",
                Tags.empty(),
                node.changes()::listeners);
        for (Source source : sources) {
            Tags tags = Tags.of("source", source.name().value());
            FunctionCounter.builder(
                            "wis2.events.received", source, each -> each.status().received())
                    .description("Events received, duplicates included")
                    .tags(tags)
                    .register(registry);
            FunctionCounter.builder(
                            "wis2.events.unwanted", source, each -> each.status().unwanted())
                    .description("Messages that payload-matches did not take for events")
                    .tags(tags)
                    .register(registry);
            gauge(
                    "wis2.source.up",
                    "",
                    "1 while events can arrive",
                    tags,
                    () -> source.status().healthy() ? 1 : 0);
        }
        node.datasets().forEach(this::beginAtZero);
        gauge("wis2.start.time", "seconds", "When the node started, since 1970", () -> started);
        watched = Optional.of(node);
        gauge("wis2.build.info", "", "Always 1", Tags.of("version", node.version()), () -> 1);
    }

    /// One query for all states, rather than one for each. While it has no answer they are not
    /// numbers, like a gauge that throws, so that all others are told.
    private void countRuns(Node node) {
        Optional<Map<RunState, Long>> counts = counts(node);
        runs.register(
                Arrays.stream(RunState.values())
                        .map(state ->
                                MultiGauge.Row.of(
                                        Tags.of("state", RunRow.word(state)),
                                        counts.map(all -> (double) all.getOrDefault(state, 0L))
                                                .orElse(Double.NaN)))
                        .toList(),
                true);
    }

    private static Optional<Map<RunState, Long>> counts(Node node) {
        try {
            return Optional.of(node.archive().counts());
        } catch (StoreUnreadable unreadable) {
            log.debug("The runs were not counted.", unreadable);
            return Optional.empty();
        }
    }

    /// Asked anew each time, because parts are added while the node starts.
    private void askParts(Node node) {
        partsUp.register(
                node.parts().stream()
                        .map(part ->
                                MultiGauge.Row.of(
                                        Tags.of("part", part.name()), part.ask().healthy() ? 1 : 0))
                        .toList(),
                true);
    }

    private void count(Outcome outcome, String how, String cause) {
        Counter.builder("wis2.attempts.ended")
                .description("Attempts of runs that ended, by what came of them")
                .tags("outcome", how, "cause", cause)
                .tag("dataset", outcome.labels().dataset().orElse(""))
                .register(registry)
                .increment();
    }

    private void time(StepRecord step) {
        timer("wis2.step.duration", "Time that one attempt of a step took")
                .tag("step", step.step())
                .register(registry)
                .record(step.took());
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    private void gauge(String name, String unit, String description, Tags tags, Gauged value) {
        Gauge.Builder<Gauged> gauge =
                Gauge.builder(name, value, Gauged::now).description(description).tags(tags);
        if (!unit.isEmpty()) {
            gauge.baseUnit(unit);
        }
        // Strong, because nobody else holds on to the lambda.
        gauge.strongReference(true).register(registry);
    }

    /// A figure as it is now; what it throws is shown as not-a-number.
    @FunctionalInterface
    public interface Gauged {
        double now();
    }
}
