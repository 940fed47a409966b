package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.ByHand;
import io.github.wis2chain.engine.chain.CheckedEvent;
import io.github.wis2chain.engine.chain.EventCheck;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.InMemoryOutbox;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.RecordingPublisher;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.InMemoryPeopleStore;
import io.github.wis2chain.engine.people.People;
import io.github.wis2chain.engine.people.Session;
import io.github.wis2chain.engine.request.InMemoryRequestMemory;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.FakeSource;
import io.github.wis2chain.engine.run.InMemoryRunStore;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.engine.run.StoreUnreadable;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Window;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wnm.TestNotification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A node in memory. Its check finds fault with every event that contains `bad`; one that contains
/// `busy` becomes a notification of data at a server that is busy with others.
public final class TestNode implements Node {

    public static final IntakeLimits LIMITS = new IntakeLimits(4096, 100, 1 << 20, 100);

    final InMemoryRunStore runs =
            new InMemoryRunStore(InstantSource.system()) {
                @Override
                public synchronized RunArchive.Found runs(RunFilter filter, Window window) {
                    RunArchive.Found found = super.runs(filter, window);
                    boolean empty = findingNothing && window.before().isPresent();
                    return empty ? new RunArchive.Found(List.of(), found.next()) : found;
                }
            };
    final InMemoryPeopleStore known =
            new InMemoryPeopleStore() {
                @Override
                public synchronized Optional<Account> account(String name) {
                    wantReadable();
                    Optional<Account> found = super.account(name);
                    afterLookup.run();
                    return found;
                }

                @Override
                public synchronized Optional<Session> session(String hash) {
                    wantReadable();
                    return super.session(hash);
                }

                @Override
                public synchronized Optional<AccessToken> token(String hash) {
                    wantReadable();
                    return super.token(hash);
                }
            };
    final InMemoryRequestMemory requests = new InMemoryRequestMemory();
    final InMemoryOutbox sent =
            new InMemoryOutbox() {
                @Override
                public synchronized Outbox.Found published(
                        NotificationFilter filter, Window window) {
                    Outbox.Found found = super.published(filter, window);
                    boolean empty = findingNothing && window.before().isEmpty();
                    return empty ? new Outbox.Found(List.of(), OptionalLong.of(2)) : found;
                }
            };
    final RecordingPublisher publisher = new RecordingPublisher();
    final FakeSource source = new FakeSource("argo-files");
    volatile HealthPart.Health journal = HealthPart.Health.well("The journal is written.");
    volatile boolean unreadable;

    /// What happens between a look at an account and what follows of it.
    volatile Runnable afterLookup = () -> {};

    /// Pages of runs and notifications are given without them, as by a search that has looked at very many.
    volatile boolean findingNothing;

    volatile Optional<RuntimeException> defect = Optional.empty();
    volatile HealthPart.Health broker = HealthPart.Health.well("Connected.");
    private final People people = new People(known, clock());
    volatile Optional<HealthPart> late = Optional.empty();
    volatile Duration ahead = Duration.ZERO;
    private volatile Optional<Instant> frozen = Optional.empty();
    private final ChangeFeed changes = new ChangeFeed(InstantSource.system());
    private final Intake intake = new Intake(runs, LIMITS, changes);
    final AtomicInteger asked = new AtomicInteger();
    private final Turns turns = new Turns();
    private final NodeMetrics metrics = new NodeMetrics(InstantSource.system());

    /// From now on only the newest page of a list has its runs.
    public void findNothingFurther() {
        findingNothing = true;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public InstantSource clock() {
        return () -> frozen.orElseGet(Instant::now).plus(ahead);
    }

    /// Gives pages without what is on them, as searches do that have looked at very many.
    public void findNothing() {
        findingNothing = true;
    }

    /// Stops the clock, so that it is the same day until the end.
    void freeze() {
        frozen = Optional.of(Instant.now());
    }

    @Override
    public RunArchive archive() {
        wantReadable();
        return runs;
    }

    private void wantReadable() {
        if (unreadable) {
            throw new StoreUnreadable("The store could not be read");
        }
    }

    @Override
    public InMemoryRunStore store() {
        return runs;
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
    public InMemoryRequestMemory requests() {
        return requests;
    }

    @Override
    public IntakeLimits limits() {
        return LIMITS;
    }

    @Override
    public InMemoryOutbox outbox() {
        return sent;
    }

    @Override
    public TopicHierarchy topics() {
        return TopicHierarchy.standard();
    }

    @Override
    public KpiPorts recordPorts() {
        return new KpiPorts(Optional.empty(), Optional.of(word -> !word.equals("oceen")));
    }

    @Override
    public RecordingPublisher publisher() {
        return publisher;
    }

    @Override
    public Turns turns() {
        return turns;
    }

    @Override
    public List<Source> sources() {
        return List.of(source);
    }

    @Override
    public Set<String> sourceNames() {
        return Set.of("argo-files");
    }

    @Override
    public List<String> steps() {
        return List.of("read-event", "verify-data", "publish");
    }

    @Override
    public EventCheck check() {
        return TestNode::judge;
    }

    @Override
    public ByHand byHand() {
        return ByHand.of("fr-ifremer-argo");
    }

    @Override
    public LinkVerifier links() {
        return (request, _) -> {
            if (request.href().getHost().startsWith("busy")) {
                throw new StepBusy("16 downloads are under way.", "busy", Duration.ofSeconds(1));
            }
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.LINK_STATUS, "%s gave 404.".formatted(request.href())));
        };
    }

    @Override
    public List<DatasetCard> datasets() {
        if (defect.isPresent()) {
            throw defect.get();
        }
        return List.of(
                new DatasetCard(
                        "argo-bufr",
                        "urn:wmo:md:fr-ifremer-argo:cor:msg:argo",
                        "origin/a/wis2/fr-ifremer-argo/data/core/ocean",
                        Map.of("when.source", "argo-files")));
    }

    @Override
    public List<HealthPart> parts() {
        var parts = new ArrayList<HealthPart>();
        parts.add(new HealthPart("journal", true, () -> journal));
        parts.add(new HealthPart("broker", false, this::brokerNow));
        late.ifPresent(part -> parts.add(part));
        return parts;
    }

    private HealthPart.Health brokerNow() {
        asked.incrementAndGet();
        return broker;
    }

    @Override
    public NodeMetrics metrics() {
        return metrics;
    }

    @Override
    public ChangeFeed changes() {
        return changes;
    }

    private static CheckedEvent judge(SourceName source, Payload event, Origin origin) {
        if (event.text().contains("busy")) {
            byte[] notification =
                    TestNotification.aNotification()
                            .with("/links/0/href", "\"https://busy.example.org/a\"")
                            .asBytes();
            return new CheckedEvent(true, List.of(), List.of(Payload.of(notification)));
        }
        if (!event.text().contains("bad")) {
            return new CheckedEvent(
                    true, List.of(), List.of(Payload.ofText("{\"id\":\"x\",\"n\":1.10}")));
        }
        var remark =
                new Remark(
                        Remark.Level.FAULT,
                        "cloudevents",
                        "/id",
                        "The event has no id from %s.".formatted(source),
                        Optional.of("\"1\""));
        var failure =
                new Remark(
                        Remark.Level.FAULT,
                        "EVENT_INVALID",
                        "",
                        "The event is no CloudEvent: /id: " + remark.text(),
                        Optional.empty());
        return new CheckedEvent(false, List.of(remark, failure), List.of());
    }
}
