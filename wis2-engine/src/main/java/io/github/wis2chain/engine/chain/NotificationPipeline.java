package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Pipeline;

import java.util.Optional;

/// From the event of a file, or what somebody publishes by hand, to its notifications on the origin
/// channel.
public final class NotificationPipeline {

    private NotificationPipeline() {}

    /// The steps in the order in which an event goes through them.
    public static Pipeline define(
            Datasets datasets,
            LinkVerifier verifier,
            Publisher publisher,
            Outbox outbox,
            NotificationIds ids) {
        return define(
                datasets,
                verifier,
                publisher,
                outbox,
                ids,
                SchemaCheck.NONE,
                PublicationListener.NONE);
    }

    /// The same steps, with notifications judged by a schema from outside as well, and someone told of what goes out.
    public static Pipeline define(
            Datasets datasets,
            LinkVerifier verifier,
            Publisher publisher,
            Outbox outbox,
            NotificationIds ids,
            SchemaCheck schema,
            PublicationListener listener) {
        return Pipeline.named("notification")
                .step("read-event", new ReadEvent(datasets, outbox))
                .step("build", new Build(outbox, verifier, ids))
                .step("validate", new ValidateNotification(schema))
                .step("verify-data", new VerifyData(verifier, ids.clock()))
                .step("score", new Score(Optional.empty()))
                .kept("ready", new StoreReady(outbox), run -> StoreReady.stored(outbox, run))
                .ending("publish", new Publish(publisher, outbox, listener, ids.clock()));
    }
}
