package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.mqtt.MqttPublisher;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.adapters.words.EnglishWords;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.console.api.ChangeFeed;
import io.github.wis2chain.console.api.DatasetCard;
import io.github.wis2chain.console.api.HealthPart;
import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.console.api.NodeMetrics;
import io.github.wis2chain.engine.chain.ByHand;
import io.github.wis2chain.engine.chain.DataServers;
import io.github.wis2chain.engine.chain.Datasets;
import io.github.wis2chain.engine.chain.EventCheck;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.people.People;
import io.github.wis2chain.engine.request.RequestMemory;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunStore;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// What the API and the demonstration see of the node, from the moment at which it begins to start.
public final class RunningNode implements Node {

    private final InstantSource clock;
    private final SqlStore store;
    private final Intake intake;
    private final Settings settings;
    private final Datasets datasets;
    private final TopicHierarchy topics;
    private final EventCheck check;
    private final List<String> steps;
    private final NodeMetrics metrics;
    private final ChangeFeed changes;
    private final NodeGauges gauges;
    private final People people;
    private final RequestMemory requests;
    private final NodeParts parts;
    private final DataServers dataServers;
    private final Disk disk;
    private final Turns turns = new Turns();
    private final CertificateWatch certificates;
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> phase = new AtomicReference<>("The node is starting.");
    private volatile Optional<EmbeddedBroker> broker = Optional.empty();
    private volatile Optional<MqttPublisher> publisher = Optional.empty();
    private volatile Publisher outlet = (_, _) -> CompletableFuture.failedStage(starting());

    RunningNode(
            InstantSource clock,
            SqlStore store,
            Intake intake,
            Settings settings,
            Datasets datasets,
            TopicHierarchy topics,
            EventCheck check,
            DataServers dataServers,
            List<String> steps,
            ChangeFeed changes) {
        this.clock = clock;
        this.store = store;
        this.intake = intake;
        this.settings = settings;
        this.datasets = datasets;
        this.topics = topics;
        this.check = check;
        this.steps = List.copyOf(steps);
        this.metrics = new NodeMetrics(clock);
        this.changes = changes;
        this.gauges = new NodeGauges(metrics);
        gauges.watch(settings);
        gauges.watch(store);
        this.people = new People(store.people(), clock);
        this.requests = store.requests();
        this.parts = new NodeParts(settings, clock);
        this.dataServers = dataServers;
        this.disk = Disk.of(settings);
        this.certificates = new CertificateWatch(Certificates.of(settings), clock);
    }

    void add(Source source) {
        sources.add(source);
    }

    void broker(EmbeddedBroker started) {
        broker = Optional.of(started);
        gauges.watch(started);
    }

    void publisher(MqttPublisher opened, String name) {
        publisher = Optional.of(opened);
        gauges.watch(opened, name);
    }

    void publishesTo(Publisher opened) {
        outlet = opened;
    }

    private static StepFailure starting() {
        return new StepFailure(
                Failure.temporary(FailureCode.BROKER_UNAVAILABLE, "The node is starting."));
    }

    void ready() {
        phase.set("");
    }

    void stopping() {
        phase.set("The node is stopping.");
    }

    /// Tells everyone who watches runs of an attempt that ended.
    void ended(Claim claim, Outcome outcome) {
        metrics.ended(claim, outcome);
        changes.ended(claim, outcome);
    }

    /// Tells everyone who watches what goes out.
    void published(RunId run, Event event, Ready notification) {
        metrics.published(run, event, notification);
        changes.published(run, event, notification);
    }

    /// The embedded broker, if the node has one and it has started.
    public Optional<EmbeddedBroker> broker() {
        return broker;
    }

    @Override
    public String version() {
        return Version.TEXT;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public RunArchive archive() {
        return store.archive();
    }

    @Override
    public RunStore store() {
        return store.runs();
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public RequestMemory requests() {
        return requests;
    }

    @Override
    public IntakeLimits limits() {
        return settings.intake().limits();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public Turns turns() {
        return turns;
    }

    @Override
    public Publisher publisher() {
        return outlet;
    }

    @Override
    public List<Source> sources() {
        return sources;
    }

    @Override
    public Set<String> sourceNames() {
        return settings.sources().keySet();
    }

    @Override
    public List<String> steps() {
        return steps;
    }

    @Override
    public EventCheck check() {
        return check;
    }

    @Override
    public ByHand byHand() {
        return datasets.byHand();
    }

    @Override
    public LinkVerifier links() {
        return dataServers;
    }

    @Override
    public TopicHierarchy topics() {
        return topics;
    }

    @Override
    public KpiPorts recordPorts() {
        return new KpiPorts(Optional.empty(), Optional.of(EnglishWords.of(Profile.STRICT)));
    }

    @Override
    public List<DatasetCard> datasets() {
        return datasets.all().stream().map(DatasetMapping::card).toList();
    }

    @Override
    public List<HealthPart> parts() {
        List<HealthPart> all = new ArrayList<>();
        all.add(NodeParts.node(phase.get()));
        all.add(parts.intake(intake));
        all.add(NodeParts.journal(store));
        broker.map(parts::broker).ifPresent(all::add);
        publisher.map(NodeParts::publisher).ifPresent(all::add);
        sources.stream().map(NodeParts::source).forEach(all::add);
        all.add(NodeParts.dataServers(dataServers));
        all.add(NodeParts.disk(disk));
        if (!certificates.isEmpty()) {
            all.add(NodeParts.certificates(certificates));
        }
        return all;
    }

    @Override
    public NodeMetrics metrics() {
        return metrics;
    }

    @Override
    public ChangeFeed changes() {
        return changes;
    }
}
