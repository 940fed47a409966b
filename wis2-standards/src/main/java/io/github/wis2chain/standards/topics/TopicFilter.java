package io.github.wis2chain.standards.topics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// An MQTT topic filter, such as `cache/a/wis2/+/data/core/ocean/#` (MQTT 5.0, 4.7.1).
///
/// `+` stands for one whole level, `#` for the rest and the level before it, in last place only.
/// The filter may be about any topics; whether WTH has topics that it matches is judged by
/// [TopicHierarchy#validateSubscription].
///
/// @param value the filter, 1 to 65,535 bytes of UTF-8
public record TopicFilter(String value) {

    public TopicFilter {
        String fault = faultOf(value);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(
                    "topic filter [%s] %s".formatted(Quoted.shortened(value), fault));
        }
    }

    /// The filter that the text names.
    ///
    /// @throws IllegalArgumentException if it is not a filter, naming the index of the fault
    public static TopicFilter parse(String text) {
        return new TopicFilter(text);
    }

    /// The levels from the first to the last, wildcards included.
    public List<String> levels() {
        return Topic.levelsOf(value);
    }

    /// Whether a message published on the topic is delivered for this filter. A wildcard in first
    /// place does not match topics that begin with `$` (MQTT 5.0, 4.7.2).
    public boolean matches(String topic) {
        if (topic.startsWith("$") && (value.startsWith("+") || value.startsWith("#"))) {
            return false;
        }
        List<String> wanted = levels();
        List<String> given = Topic.levelsOf(topic);
        for (int i = 0; i < wanted.size(); i++) {
            String level = wanted.get(i);
            if (level.equals("#")) {
                return true;
            }
            if (i == given.size()) {
                return false;
            }
            if (!level.equals("+") && !level.equals(given.get(i))) {
                return false;
            }
        }
        return wanted.size() == given.size();
    }

    /// Whether a message published on the topic is delivered for this filter.
    public boolean matches(Topic topic) {
        return matches(topic.value());
    }

    /// The filter as MQTT carries it.
    @Override
    public String toString() {
        return value;
    }

    /// What keeps the text from being a filter, as the end of a sentence; empty when nothing does.
    static String faultOf(String text) {
        if (text.isEmpty()) {
            return "must have at least one character";
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                return String.format(
                        Locale.ROOT, "must not have the character U+0000, found at index %d", i);
            }
            if (character == '+' && !standsAlone(text, i)) {
                return String.format(
                        Locale.ROOT, "must have '+' only as a whole level, found at index %d", i);
            }
            if (character == '#' && !(standsAlone(text, i) && i == text.length() - 1)) {
                return String.format(
                        Locale.ROOT,
                        "must have '#' only as its whole last level, found at index %d",
                        i);
            }
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return "must be well-formed Unicode, but has half of a surrogate pair";
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > Topic.MOST_BYTES
                ? String.format(
                        Locale.ROOT,
                        "must have at most %d bytes, but has %d",
                        Topic.MOST_BYTES,
                        bytes)
                : "";
    }

    private static boolean standsAlone(String text, int index) {
        boolean begins = index == 0 || text.charAt(index - 1) == '/';
        boolean ends = index == text.length() - 1 || text.charAt(index + 1) == '/';
        return begins && ends;
    }
}
