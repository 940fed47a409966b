package io.github.wis2chain.app.settings.binding;

import java.util.List;
import java.util.Map;

/// A part of a YAML document with its place.
sealed interface Node {

    Place place();

    /// What a person reads in a message about it.
    String described();

    /// A value without parts, as it is written.
    record Scalar(String text, Kind kind, Place place) implements Node {

        /// What YAML takes a scalar for. A typed setting only looks at the text.
        enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN
        }

        @Override
        public String described() {
            return "[" + shortened(text) + "]";
        }

        private static String shortened(String text) {
            String line = text.replaceAll("\\s+", " ");
            return line.length() <= 80 ? line : line.substring(0, 77) + "...";
        }
    }

    /// A key with nothing after it.
    record Nothing(Place place) implements Node {

        @Override
        public String described() {
            return "nothing";
        }
    }

    /// Keys with values, in the order in which they are written.
    record Mapping(Map<String, Entry> entries, Place place) implements Node {

        @Override
        public String described() {
            return "a section of keys";
        }
    }

    /// A key's own place and its value.
    record Entry(Place place, Node value) {}

    /// A list.
    record Sequence(List<Node> items, Place place) implements Node {

        @Override
        public String described() {
            return "a list of %d".formatted(items.size());
        }
    }
}
