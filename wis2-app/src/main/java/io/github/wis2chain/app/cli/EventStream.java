package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.function.BiConsumer;

/// Reads server-sent events (HTML, 9.2) line by line, as far as our nodes use them: one line of data
/// for each event.
final class EventStream {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    private final BiConsumer<String, JsonNode> each;
    private String name = "";

    EventStream(BiConsumer<String, JsonNode> each) {
        this.each = each;
    }

    void take(String line) {
        if (line.startsWith(EVENT)) {
            name = line.substring(EVENT.length());
        } else if (line.startsWith(DATA)) {
            each.accept(name, JSON.readTree(line.substring(DATA.length())));
        }
    }
}
