package io.github.wis2chain.console.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A dataset as the configuration defines it.
///
/// @param settings the effective settings by their configuration key, in the order to be shown;
///     without secrets
public record DatasetCard(
        String name, String metadataId, String topic, Map<String, String> settings) {

    public DatasetCard {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
