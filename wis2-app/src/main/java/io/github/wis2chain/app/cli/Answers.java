package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;

import java.util.Set;

/// Reads members of the API's answers.
final class Answers {

    private static final Set<String> ENDED =
            Set.of("succeeded", "unchanged", "failed", "discarded");

    private Answers() {}

    /// The text of a member; empty when it is null or absent. What it holds comes from anybody who may
    /// send events, so what a terminal would obey is written as escapes.
    static String text(JsonNode answer, String member) {
        return text(answer.path(member));
    }

    /// The text of an element or a member, in the same way.
    static String text(JsonNode value) {
        return Printable.of(value.asString(""));
    }

    /// A time to the second, as it is read by people: `2026-11-23 21:04:05`, in UTC.
    static String time(JsonNode answer, String member) {
        String time = text(answer, member);
        return time.length() < 19 ? time : time.substring(0, 19).replace('T', ' ');
    }

    static boolean hasEnded(JsonNode run) {
        return ENDED.contains(text(run, "state"));
    }

    /// Whether everything of a run went out, or nothing had to.
    static boolean isGood(JsonNode run) {
        return Set.of("succeeded", "unchanged").contains(text(run, "state"));
    }

    /// The state in its colour.
    static String state(JsonNode run, Terminal terminal) {
        String state = text(run, "state");
        return switch (state) {
            case "succeeded", "unchanged" -> terminal.good(state);
            case "failed" -> terminal.bad(state);
            case "waiting", "running" -> terminal.warning(state);
            default -> state;
        };
    }

    /// One line about a remark: level, place, text, and what to write instead.
    static String remark(JsonNode remark, Terminal terminal) {
        String level = text(remark, "level");
        String place = text(remark, "place");
        String fix = text(remark, "fix");
        String shown =
                switch (level) {
                    case "fault" -> terminal.bad(level);
                    case "warning" -> terminal.warning(level);
                    default -> level;
                };
        return "%s%s: %s%s%s"
                .formatted(
                        shown,
                        place.isEmpty() ? "" : " at " + place,
                        text(remark, "text"),
                        fix.isEmpty() ? "" : " Write " + fix + " instead.",
                        text(remark, "rule").isEmpty()
                                ? ""
                                : terminal.faint(" (" + text(remark, "rule") + ")"));
    }
}
