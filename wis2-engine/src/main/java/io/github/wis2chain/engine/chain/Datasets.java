package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.cloudevents.CloudEvent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The datasets of the node. An event belongs to the first, in the order of the configuration,
/// whose selection takes it.
///
/// @param limits how much an event of any of them may hold
/// @param byHand what holds for that which is not found by events
public record Datasets(List<Dataset> all, EventLimits limits, ByHand byHand) {

    private static final int DESCRIBED = 5;

    public Datasets {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (Dataset dataset : all) {
            if (!names.add(dataset.name())) {
                throw new IllegalArgumentException(
                        "dataset name [%s] must be used once".formatted(dataset.name()));
            }
        }
    }

    Optional<Dataset> of(SourceName source, CloudEvent event, Optional<String> collection) {
        return all.stream()
                .filter(dataset ->
                        dataset.when()
                                .takes(
                                        source,
                                        event.subject(),
                                        event.type(),
                                        event.source(),
                                        collection))
                .findFirst();
    }

    /// What the first of them take, for a sentence.
    String described() {
        String first =
                all.stream()
                        .limit(DESCRIBED)
                        .map(dataset ->
                                "%s takes %s".formatted(dataset.name(), dataset.when().described()))
                        .collect(Collectors.joining("; "));
        int rest = all.size() - DESCRIBED;
        return all.isEmpty()
                ? "none is configured"
                : rest > 0 ? "%s; %d more take others".formatted(first, rest) : first;
    }
}
