package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StoreUnreadable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Notices when a source or a part becomes well or unwell, and when a source or a dataset is paused,
/// by whichever node. For one thread.
final class StateWatch {

    private static final Logger log = LoggerFactory.getLogger(StateWatch.class);

    private final Node node;
    private final List<Source> sources;
    private final Map<String, String> known = new HashMap<>();
    private Set<SourceName> held = Set.of();
    private Set<String> heldDatasets = Set.of();

    StateWatch(Node node, List<Source> sources) {
        this.node = node;
        this.sources = List.copyOf(sources);
    }

    /// Whether there was no look yet.
    boolean isNew() {
        return known.isEmpty();
    }

    /// What changed since the look before; the first look finds nothing.
    List<Change> look() {
        boolean first = isNew();
        lookWhatIsHeld();
        Instant now = node.clock().instant();
        List<Change> changes = new ArrayList<>();
        for (HealthPart part : node.parts()) {
            HealthPart.Health health = part.ask();
            if (differs("part " + part.name(), health.healthy() ? "well" : "unwell")) {
                changes.add(
                        new Change.Part(
                                part.name(),
                                health.healthy(),
                                part.essential(),
                                health.text(),
                                health.remedy(),
                                now));
            }
        }
        for (Source source : sources) {
            Source.Status status = source.status();
            String state = held.contains(source.name()) ? "paused" : "running";
            if (differs("source " + source.name(), state + status.healthy())) {
                changes.add(
                        new Change.Source(
                                source.name().value(),
                                state,
                                status.healthy(),
                                status.text(),
                                now));
            }
        }
        for (DatasetCard dataset : node.datasets()) {
            boolean paused = heldDatasets.contains(dataset.name());
            if (differs("dataset " + dataset.name(), paused ? "paused" : "running")) {
                changes.add(Change.Dataset.of(dataset.name(), paused, now));
            }
        }
        return first ? List.of() : changes;
    }

    /// What cannot be read counts as unchanged: the part that is why must be told all the same.
    private void lookWhatIsHeld() {
        try {
            held = node.archive().held();
            heldDatasets = node.archive().heldDatasets();
        } catch (StoreUnreadable unreadable) {
            log.debug("Whether a source or a dataset is paused was not found out.", unreadable);
        }
    }

    private boolean differs(String thing, String state) {
        return !state.equals(known.put(thing, state));
    }
}
