package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;

import java.util.function.Function;

/// A column of a list.
///
/// @param cell what an item shows in it
record Column(String heading, Function<JsonNode, String> cell) {

    /// A member as it is; nothing when it is null or absent.
    static Column text(String heading, String member) {
        return new Column(heading, item -> Answers.text(item, member));
    }

    /// A time to the second.
    static Column time(String heading, String member) {
        return new Column(heading, item -> Answers.time(item, member));
    }

    /// A member that is true or false.
    static Column yes(String heading, String member) {
        return new Column(heading, item -> item.path(member).asBoolean(false) ? "yes" : "no");
    }
}
