package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Type;

/// The form of MQTT topic filters (MQTT 5, 4.7).
final class TopicFilters {

    /// A topic filter without `$share`, which has a key of its own.
    static final Type<String> MQTT = new Type<>("an MQTT topic filter", TopicFilters::checked);

    private TopicFilters() {}

    private static String checked(String filter) {
        if (filter.isEmpty() || filter.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("");
        }
        if (filter.startsWith("$share/")) {
            throw new IllegalArgumentException("name the group under shared-group");
        }
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean hash = levels[i].contains("#");
            if (hash && (!levels[i].equals("#") || i < levels.length - 1)) {
                throw new IllegalArgumentException("# must be the whole of the last level");
            }
            if (levels[i].contains("+") && !levels[i].equals("+")) {
                throw new IllegalArgumentException("+ must be the whole of a level");
            }
        }
        return filter;
    }
}
