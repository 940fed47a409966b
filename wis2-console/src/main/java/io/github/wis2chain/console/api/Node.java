package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.ByHand;
import io.github.wis2chain.engine.chain.EventCheck;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.people.People;
import io.github.wis2chain.engine.request.RequestMemory;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunStore;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// The running node as the API sees it. Every method may be called by any thread and answers at
/// once with the same object.
public interface Node {

    String version();

    InstantSource clock();

    RunArchive archive();

    RunStore store();

    Intake intake();

    /// Who may use the node.
    People people();

    /// What remembers requests that carry a key.
    RequestMemory requests();

    /// What the intake was made with.
    IntakeLimits limits();

    Outbox outbox();

    /// Where notifications go out.
    Publisher publisher();

    /// The order in which data are announced.
    Turns turns();

    /// Where events come from; the API adds itself as source `http`.
    List<Source> sources();

    /// The names under which events may be handed in.
    Set<String> sourceNames();

    /// The names of the pipeline's steps, in order.
    List<String> steps();

    /// Tries an event out.
    EventCheck check();

    /// What holds for that which people publish by hand.
    ByHand byHand();

    /// Fetches what a link points to, as the check of the data does.
    LinkVerifier links();

    /// The topics and centres that the node knows.
    TopicHierarchy topics();

    /// What discovery records are scored with.
    KpiPorts recordPorts();

    List<DatasetCard> datasets();

    /// The parts whose health is told, in the order in which an event meets them.
    List<HealthPart> parts();

    NodeMetrics metrics();

    /// Where changes are reported, and told to those who listen.
    ChangeFeed changes();
}
