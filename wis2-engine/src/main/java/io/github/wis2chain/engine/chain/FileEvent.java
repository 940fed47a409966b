package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.cloudevents.CloudEvent;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.stac.StacItem;

import java.util.List;

/// An event that was understood: files were stored, replaced or withdrawn.
///
/// @param assets those that the dataset selects, at least one
/// @param withdrawn the event withdraws the files
record FileEvent(
        CloudEvent event, StacItem item, Dataset dataset, List<StacAsset> assets, boolean withdrawn)
        implements Announceable {

    FileEvent {
        assets = List.copyOf(assets);
    }
}
