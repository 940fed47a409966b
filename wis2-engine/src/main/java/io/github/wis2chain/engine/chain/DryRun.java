package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes an event through the steps that need neither the data behind its links nor a broker.
public final class DryRun implements EventCheck {

    private final ReadEvent read;
    private final Build build;
    private final ValidateNotification validate;
    private final Score score = new Score(Optional.empty());
    private final NotificationIds ids;

    /// A dry run for these datasets, knowing from the outbox what was published before.
    public DryRun(Datasets datasets, Outbox outbox, NotificationIds ids) {
        this(datasets, outbox, ids, SchemaCheck.NONE);
    }

    /// The same, with notifications judged by a schema from outside as well.
    public DryRun(Datasets datasets, Outbox outbox, NotificationIds ids, SchemaCheck schema) {
        this.ids = ids;
        validate = new ValidateNotification(schema);
        read =
                new ReadEvent(
                        new Datasets(
                                datasets.all().stream().map(DryRun::offline).toList(),
                                datasets.limits(),
                                offline(datasets.byHand())),
                        outbox);
        build = new Build(outbox, DryRun::neverFetched, ids);
    }

    @Override
    public CheckedEvent check(SourceName source, Payload payload, Origin origin)
            throws InterruptedException {
        var event = new Event(new EventId(1), source, payload, origin, ids.clock().instant());
        var context = new Listener(event);
        try {
            Announceable what = read.perform(event, context);
            Drafts drafts = build.perform(what, context);
            drafts.unchanged().forEach(text -> context.remark(Remarks.info("build", "", text)));
            score.perform(validate.perform(drafts, context), context);
            return new CheckedEvent(
                    true, context.remarks, drafts.toSend().stream().map(Draft::bytes).toList());
        } catch (StepFailure failure) {
            context.remark(
                    new Remark(
                            Remark.Level.FAULT,
                            failure.failure().code(),
                            "",
                            failure.failure().text(),
                            Optional.empty()));
            return new CheckedEvent(false, context.remarks, List.of());
        } catch (StepBusy fetching) {
            throw new IllegalStateException("a dry run waits for no server", fetching);
        }
    }

    private static Dataset offline(Dataset dataset) {
        return new Dataset(
                dataset.name(),
                dataset.when(),
                dataset.announcing(),
                dataset.assets(),
                offline(dataset.checks()));
    }

    private static ByHand offline(ByHand byHand) {
        return new ByHand(
                byHand.centre(), byHand.topics(), byHand.records(), offline(byHand.checks()));
    }

    private static Checks offline(Checks checks) {
        return new Checks(
                checks.notification(),
                CheckMode.OFF,
                CheckMode.OFF,
                checks.kpi(),
                checks.kpiAtLeast());
    }

    private static LinkVerifier.Evidence neverFetched(LinkVerifier.Request request, boolean waits) {
        throw new IllegalStateException("a dry run fetched %s".formatted(request.href()));
    }

    /// Collects what the steps say. The run id is greater than any other, as a new run's would be.
    private static final class Listener implements StepContext {

        private final Event event;
        private final List<Remark> remarks = new ArrayList<>();
        private Labels labels = Labels.NONE;

        Listener(Event event) {
            this.event = event;
        }

        @Override
        public RunId run() {
            return new RunId(Long.MAX_VALUE);
        }

        @Override
        public Event event() {
            return event;
        }

        @Override
        public void remark(Remark remark) {
            remarks.add(remark);
        }

        @Override
        public void label(Labels about) {
            labels = about;
        }

        @Override
        public Labels labels() {
            return labels;
        }

        @Override
        public void inOrderOf(Set<String> things) {
            // A dry run changes nothing that others could see, so it has no place in the order.
        }
    }
}
