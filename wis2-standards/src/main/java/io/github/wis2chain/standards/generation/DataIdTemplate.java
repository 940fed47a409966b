package io.github.wis2chain.standards.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a `data_id` from what is known of a file: text with names in braces, such as
/// `{centre-id}/data/core/ocean/{href.path.last(3)}`.
///
/// | name | stands for |
/// |---|---|
/// | `centre-id` | level 4 of the topic |
/// | `dataset` | the dataset's name |
/// | `topic` | the topic without channel and version: `wis2/…` |
/// | `event.id` `event.subject` `event.source` `event.type` | the CloudEvent's attributes |
/// | `item.id` `item.collection` | the STAC item's members |
/// | `item.properties.NAME` | a string, number or boolean of the item's properties |
/// | `asset.key` `asset.title` | the asset's key and title |
/// | `href.path` | the path of the asset's URL as written there, without the slash in front |
/// | `href.path.last(N)` | its last N segments, 1 to 9 |
/// | `href.name` | its last segment |
public final class DataIdTemplate {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern LAST = Pattern.compile("href\\.path\\.last\\(([1-9])\\)");
    private static final String PROPERTY = "item.properties.";
    private static final List<String> NAMES =
            List.of(
                    "centre-id",
                    "dataset",
                    "topic",
                    "event.id",
                    "event.subject",
                    "event.source",
                    "event.type",
                    "item.id",
                    "item.collection",
                    "asset.key",
                    "asset.title",
                    "href.path",
                    "href.name");

    private final String text;
    private final List<Part> parts;

    private DataIdTemplate(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /// Reads a template.
    ///
    /// @throws IllegalArgumentException naming the first brace that is open, or name that is
    ///     unknown
    public static DataIdTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher names = NAME.matcher(text);
        int end = 0;
        while (names.find()) {
            literal(text, end, names.start(), parts);
            parts.add(named(text, names.group(1)));
            end = names.end();
        }
        literal(text, end, text.length(), parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("data-id template [] must not be empty");
        }
        return new DataIdTemplate(text, parts);
    }

    /// Fills in the names.
    ///
    /// @throws MissingValue if a name has no value here, or an empty one
    public String fill(DataIdValues from) throws MissingValue {
        Function<String, Optional<String>> values = from::value;
        var filled = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String literal) -> filled.append(literal);
                case Part.Value(String name) -> filled.append(value(name, values));
                case Part.LastSegments(int count) -> filled.append(last(count, values));
            }
        }
        return filled.toString();
    }

    private static String value(String name, Function<String, Optional<String>> values)
            throws MissingValue {
        return values.apply(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new MissingValue(name));
    }

    private static void literal(String text, int from, int to, List<Part> parts) {
        String literal = text.substring(from, to);
        if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "data-id template [%s] has a brace without its partner".formatted(text));
        }
        if (!literal.isEmpty()) {
            parts.add(new Part.Text(literal));
        }
    }

    private static Part named(String text, String name) {
        Matcher last = LAST.matcher(name);
        if (last.matches()) {
            return new Part.LastSegments(Integer.parseInt(last.group(1)));
        }
        boolean property = name.startsWith(PROPERTY) && name.length() > PROPERTY.length();
        if (!property && !NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "data-id template [%s] uses the unknown name [%s]; known are %s, href.path.last(N) and item.properties.NAME"
                            .formatted(text, name, String.join(", ", NAMES)));
        }
        return new Part.Value(name);
    }

    private static String last(int count, Function<String, Optional<String>> values)
            throws MissingValue {
        String path = value("href.path", values);
        value("href.name", values);
        int start = path.length();
        for (int i = 0; i < count && start >= 0; i++) {
            start = path.lastIndexOf('/', start - 1);
        }
        return path.substring(start + 1);
    }

    /// The template as it was written.
    @Override
    public String toString() {
        return text;
    }

    private sealed interface Part {
        record Text(String literal) implements Part {}

        record Value(String name) implements Part {}

        record LastSegments(int count) implements Part {}
    }

    /// A name of the template that has no value.
    public static final class MissingValue extends Exception {

        private static final long serialVersionUID = 1L;

        MissingValue(String name) {
            super("the data-id template needs %s, which is not known".formatted(name));
        }
    }
}
