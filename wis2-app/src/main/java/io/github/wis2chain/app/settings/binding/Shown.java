package io.github.wis2chain.app.settings.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An effective setting as it is shown to people: with its origin, and hidden where it is secret.
public sealed interface Shown {

    /// A value.
    ///
    /// @param text as it could be written in the file
    /// @param form how the text is to be written
    /// @param origin `default`, a place in the file, or an environment variable
    record Leaf(String text, Form form, String origin) implements Shown {}

    /// How a leaf's text is written.
    enum Form {
        /// A text, quoted where YAML would misread it.
        TEXT,
        /// A text in JSON, which is also YAML.
        JSON,
        /// A secret that is not shown.
        HIDDEN
    }

    /// A list of values.
    record Items(List<Shown> items, String origin) implements Shown {

        public Items {
            items = List.copyOf(items);
        }
    }

    /// A section, in the order in which its keys were read.
    final class Branch implements Shown {

        private final Map<String, Shown> entries = new LinkedHashMap<>();

        void put(String key, Shown value) {
            entries.put(key, value);
        }

        /// The keys with their values.
        public Map<String, Shown> entries() {
            return Collections.unmodifiableMap(entries);
        }
    }
}
