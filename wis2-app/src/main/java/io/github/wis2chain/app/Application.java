package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.broker.EventInlet;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.console.api.ApiServer;
import io.github.wis2chain.console.api.ChangeFeed;
import io.github.wis2chain.console.web.Pages;
import io.github.wis2chain.engine.chain.DataServers;
import io.github.wis2chain.engine.chain.Datasets;
import io.github.wis2chain.engine.chain.DryRun;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.NotificationIds;
import io.github.wis2chain.engine.chain.NotificationPipeline;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.chain.SchemaCheck;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.Patience;
import io.github.wis2chain.engine.run.Pipeline;
import io.github.wis2chain.engine.run.Retry;
import io.github.wis2chain.engine.run.Runner;
import io.github.wis2chain.engine.run.Source;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The running node, wired from top to bottom and closed from bottom to top. Nothing is connected
/// anywhere else.
public final class Application implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Application.class);

    private final Lifetime lifetime;

    /// Closed before all else.
    private final Lifetime taking;

    private final RunningNode node;
    private final ApiServer api;
    private final Optional<String> firstPassword;

    private Application(
            Lifetime lifetime,
            Lifetime taking,
            RunningNode node,
            ApiServer api,
            Optional<String> firstPassword) {
        this.lifetime = lifetime;
        this.taking = taking;
        this.node = node;
        this.api = api;
        this.firstPassword = firstPassword;
    }

    /// Starts a node and returns when it is ready.
    ///
    /// @throws StartFailure if a part cannot start; nothing is left running
    public static Application start(Settings settings, InstantSource clock) {
        return start(settings, clock, List.of());
    }

    /// The same with accounts for a node that has none yet.
    ///
    /// @param first if empty, an account `admin` is made
    public static Application start(Settings settings, InstantSource clock, List<Account> first) {
        var lifetime = new Lifetime();
        try {
            return start(settings, clock, first, lifetime, new Lifetime());
        } catch (RuntimeException failure) {
            lifetime.close();
            throw StartFailure.of(failure);
        } catch (Error broken) {
            lifetime.close();
            throw broken;
        }
    }

    private static Application start(
            Settings settings,
            InstantSource clock,
            List<Account> first,
            Lifetime lifetime,
            Lifetime taking) {
        long begun = System.nanoTime();
        EmbeddedBroker.prepare();
        SqlStore store = lifetime.own(SqlStore.open(StoreMapping.of(settings), clock));
        var changes = new ChangeFeed(clock);
        var intake = new Intake(store.runs(), settings.intake().limits(), changes);
        taking.own(intake::close);
        var brokers = new Brokers(settings, intake, clock, lifetime);
        List<EventInlet> inlets = brokers.inlets();
        inlets.forEach(taking::own);
        brokers.start(inlets);
        var verifier = new DataServers(LinkMapping.verifier(settings.links(), lifetime), clock);
        Datasets datasets = DatasetMapping.of(settings);
        SchemaCheck schema = BundleMapping.schema(settings.node().dataDir());
        var check = new DryRun(datasets, store.outbox(), NotificationIds.SYSTEM, schema);
        var node =
                new RunningNode(
                        clock,
                        store,
                        intake,
                        settings,
                        datasets,
                        settings.node().topics(),
                        check,
                        verifier,
                        stepNames(datasets, verifier, store),
                        changes);
        inlets.forEach(node::add);
        // What arrives from here on is kept, and worked on as soon as the queue starts.
        List<Source> subscribed = brokers.subscribe();
        subscribed.forEach(node::add);
        subscribed.forEach(taking::own);
        ApiServer api =
                lifetime.own(ApiServer.start(ApiMapping.of(settings.api()), node, new Pages()));

        Optional<EmbeddedBroker> embedded = brokers.embedded();
        embedded.ifPresent(node::broker);
        Publisher publisher = brokers.publisher(node, store.runs());
        node.publishesTo(publisher);
        if (embedded.filter(broker -> unclean(broker, store)).isPresent()) {
            Resend.latest(store.outbox(), publisher);
        }
        Pipeline pipeline =
                NotificationPipeline.define(
                        datasets,
                        verifier,
                        publisher,
                        store.outbox(),
                        NotificationIds.SYSTEM,
                        schema,
                        node::published);
        var runner =
                new Runner(
                        pipeline,
                        new Patience(settings.engine().retry(), Retry.LASTING, FailureCode.COMMON),
                        FailureCode.INTERNAL,
                        clock,
                        node::ended,
                        node.turns());
        // Last, because it is the first to be closed: runs under way still need all the rest.
        lifetime.own(store.queue()).start(runner);
        LocalAccess.write(System.getenv(), api.port(), api.localAccess()).ifPresent(lifetime::own);
        // Last of all: a password that is told by a node that did not start would be lost.
        var accounts = new FirstAccounts(store.people(), clock.instant());
        accounts.add(first);
        Optional<String> firstPassword = accounts.admin();
        node.ready();
        log.info(
                "The node {} is ready after {} ms.",
                settings.node().centreId(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return new Application(lifetime, taking, node, api, firstPassword);
    }

    /// The port that the API listens on.
    public int apiPort() {
        return api.port();
    }

    /// The password of the account `admin`, if this start has made it. It is not kept anywhere.
    public Optional<String> firstPassword() {
        return firstPassword;
    }

    /// The node as the API sees it.
    public RunningNode node() {
        return node;
    }

    /// Takes no more events, which their senders keep; lets the runs under way end; then closes
    /// everything. Until then the API answers questions.
    @Override
    public void close() {
        node.stopping();
        taking.close();
        lifetime.close();
        log.info("The node ended.");
    }

    private static boolean unclean(EmbeddedBroker broker, SqlStore store) {
        return !broker.lastEndedCleanly() || store.openedAfterUncleanStop();
    }

    private static List<String> stepNames(
            Datasets datasets, LinkVerifier verifier, SqlStore store) {
        return NotificationPipeline.define(
                        datasets,
                        verifier,
                        (_, _) -> CompletableFuture.failedStage(new IllegalStateException()),
                        store.outbox(),
                        NotificationIds.SYSTEM)
                .steps();
    }
}
