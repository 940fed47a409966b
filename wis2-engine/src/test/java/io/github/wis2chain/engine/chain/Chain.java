package io.github.wis2chain.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.History;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Patience;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.Retry;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Runner;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.TestDocument;
import io.github.wis2chain.standards.stac.ItemFixture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The whole chain with a data server, a broker and an outbox in memory. It serves the first version
/// of the Argo file.
final class Chain {

    static final SourceName SOURCE = new SourceName("argo-files");
    static final Instant NOW = Instant.parse("2026-03-14T09:27:00Z");
    static final ArgoFile FIRST = new ArgoFile("the first version");
    static final ArgoFile SECOND = new ArgoFile("another version");

    final InMemoryOutbox outbox;
    final RecordingPublisher publisher = new RecordingPublisher();
    final ScriptedVerifier data = new ScriptedVerifier();
    final Runner runner;
    private long runs;

    Chain(Dataset... datasets) {
        this(new InMemoryOutbox(), datasets);
    }

    /// A chain of a process that comes after another with the same store.
    Chain(InMemoryOutbox outbox, Dataset... datasets) {
        this(outbox, SchemaCheck.NONE, datasets);
    }

    /// A chain that judges by a schema from outside as well.
    Chain(SchemaCheck schema, Dataset... datasets) {
        this(new InMemoryOutbox(), schema, datasets);
    }

    private Chain(InMemoryOutbox outbox, SchemaCheck schema, Dataset... datasets) {
        this.outbox = outbox;
        var ids = new NotificationIds(UUID::randomUUID, InstantSource.fixed(NOW));
        runner =
                new Runner(
                        NotificationPipeline.define(
                                DatasetFixture.all(datasets),
                                data,
                                publisher,
                                outbox,
                                ids,
                                schema,
                                PublicationListener.NONE),
                        new Patience(Retry.PATIENT, Retry.LASTING, FailureCode.COMMON),
                        FailureCode.INTERNAL,
                        InstantSource.fixed(NOW),
                        (_, _) -> {});
        data.serve(ArgoFile.HREF, FIRST.bytes());
    }

    /// A claim for a run of this event, younger than all before.
    Claim claim(EventFixture event) {
        return claim(Payload.of(event.asBytes()), origin(Map.of()));
    }

    Claim claim(Payload payload, Origin origin) {
        runs++;
        return new Claim(
                new RunId(runs),
                new Event(new EventId(runs), SOURCE, payload, origin, NOW),
                History.EMPTY,
                Labels.NONE,
                false);
    }

    static Origin origin(Map<String, String> properties) {
        return new Origin("mqtt", "diffusion/files/example/argo/bufr", properties);
    }

    Outcome run(EventFixture event) throws InterruptedException {
        return run(claim(event));
    }

    Outcome run(ItemFixture item) throws InterruptedException {
        return run(EventFixture.anEvent().withItem(item));
    }

    Outcome run(Claim claim) throws InterruptedException {
        try (Turns.Turn turn = runner.nextTurn()) {
            return runner.work(claim, turn);
        }
    }

    /// The claim by which a run is taken up again after a crash or a failure.
    static Claim again(Claim claim) {
        return new Claim(claim.run(), claim.event(), claim.history(), claim.labels(), true);
    }

    /// The notifications sent, in order.
    List<JsonTree> notifications() {
        return publisher.sent().stream()
                .map(sent -> TestDocument.json(sent.message().text()))
                .toList();
    }

    JsonTree onlyNotification() {
        assertThat(notifications()).hasSize(1);
        return notifications().getFirst();
    }

    /// The relations of the links sent, in order.
    List<String> relations() {
        return notifications().stream()
                .map(notification -> text(notification, "/links/0/rel"))
                .toList();
    }

    static String text(JsonTree document, String pointer) {
        return document.at(pointer).flatMap(JsonTree::text).orElse("(no text)");
    }

    /// The failure of a run that failed for good.
    static Failure failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.failure();
            case Outcome.Later later -> throw new AssertionError("tried again: " + later.failure());
            case Outcome.Held held -> throw new AssertionError(held.summary());
            case Outcome.Yielded later -> throw new AssertionError(later.summary());
            case Outcome.Succeeded done -> throw new AssertionError(done.summary());
            case Outcome.Unchanged done -> throw new AssertionError(done.summary());
        };
    }

    /// The failure of a run that will be tried again.
    static Failure passingFailure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        return ((Outcome.Later) outcome).failure();
    }

    static String summary(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded done -> done.summary();
            case Outcome.Unchanged done -> done.summary();
            case Outcome.Failed failed -> throw new AssertionError("failed: " + failed.failure());
            case Outcome.Later later -> throw new AssertionError("later: " + later.failure());
            case Outcome.Held held -> throw new AssertionError(held.summary());
            case Outcome.Yielded later -> throw new AssertionError(later.summary());
        };
    }

    /// What the steps had to say.
    static Stream<Remark> remarks(Outcome outcome) {
        return outcome.history().steps().stream().flatMap(step -> step.remarks().stream());
    }
}
