package io.github.wis2chain.app.settings.binding;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;
import java.util.regex.Pattern;

/// Writes effective settings: as YAML that could be a configuration file, with the origin of every
/// value beside it, or as JSON.
public final class ShownText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._][A-Za-z0-9/._@+%=;-]*");

    private ShownText() {}

    /// The settings as YAML.
    public static String yaml(Shown.Branch root) {
        var text = new StringBuilder();
        branch(root, "", text);
        return text.toString();
    }

    /// The settings as JSON: every value is a string, as it would be written.
    public static JsonNode json(Shown shown) {
        return switch (shown) {
            case Shown.Leaf leaf ->
                    leaf.form() == Shown.Form.JSON
                            ? JSON.readTree(leaf.text())
                            : JsonNodeFactory.instance.stringNode(leaf.text());
            case Shown.Items items -> {
                var array = JsonNodeFactory.instance.arrayNode();
                items.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Shown.Branch branch -> {
                var object = JsonNodeFactory.instance.objectNode();
                branch.entries().forEach((key, value) -> object.set(key, json(value)));
                yield object;
            }
        };
    }

    private static void branch(Shown.Branch branch, String indent, StringBuilder text) {
        for (Map.Entry<String, Shown> entry : branch.entries().entrySet()) {
            String key = indent + plain(entry.getKey()) + ":";
            switch (entry.getValue()) {
                case Shown.Leaf leaf -> line(key + " " + value(leaf), leaf.origin(), text);
                case Shown.Items items -> {
                    line(key, items.origin(), text);
                    items.items().forEach(item -> item(item, indent + "  ", text));
                }
                case Shown.Branch below -> {
                    boolean empty = below.entries().isEmpty();
                    text.append(key).append(empty ? " {}\n" : "\n");
                    branch(below, indent + "  ", text);
                }
            }
        }
    }

    private static void item(Shown item, String indent, StringBuilder text) {
        switch (item) {
            case Shown.Leaf leaf ->
                    text.append(indent).append("- ").append(value(leaf)).append('\n');
            case Shown.Branch below -> {
                var lines = new StringBuilder();
                branch(below, indent + "  ", lines);
                text.append(indent).append("- ").append(lines.substring(indent.length() + 2));
            }
            case Shown.Items _ -> throw new IllegalStateException("no setting is a list of lists");
        }
    }

    private static void line(String content, String origin, StringBuilder text) {
        text.append(content).append("  # ").append(origin).append('\n');
    }

    private static String value(Shown.Leaf leaf) {
        return switch (leaf.form()) {
            case JSON -> leaf.text();
            case TEXT -> plain(leaf.text());
            case HIDDEN -> "(hidden)";
        };
    }

    private static String plain(String text) {
        return PLAIN.matcher(text).matches() ? text : JSON.writeValueAsString(text);
    }
}
