package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is asked of the API: the parameters that were given, by the names that it has for them.
final class Query {

    private final Map<String, String> parts = new LinkedHashMap<>();

    /// Adds a parameter, unless it was not given.
    Query with(String name, @Nullable String value) {
        if (value != null) {
            parts.put(name, value);
        }
        return this;
    }

    Map<String, String> parts() {
        return parts;
    }
}
