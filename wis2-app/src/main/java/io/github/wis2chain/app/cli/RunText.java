package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run as people read it: first what is so and what to do, then the steps, then the rest.
final class RunText {

    private static final int INDENT = 2;

    private final JsonNode run;
    private final Terminal terminal;
    private final PrintWriter out;

    RunText(JsonNode run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
        this.out = terminal.out();
    }

    void print() {
        head();
        steps();
        event();
        notifications();
        acts();
        relatives();
        advice();
    }

    private void head() {
        out.printf(
                "%s is %s.%n%s%n",
                terminal.bold("Run " + text("id")),
                Answers.state(run, terminal),
                text("explanation"));
        line("dataset", text("dataset"));
        line("data_id", text("data_id"));
        line("source", text("source"));
        line("received", Answers.time(run, "received_at") + " UTC");
        line("attempts", run.path("attempts").asString());
    }

    private void steps() {
        int attempt = 0;
        int width = 0;
        for (JsonNode name : run.path("pipeline")) {
            width = Math.max(width, Answers.text(name).length());
        }
        for (JsonNode step : run.path("steps")) {
            width = Math.max(width, Answers.text(step, "step").length());
        }
        List<String> reached = new ArrayList<>();
        for (JsonNode step : run.path("steps")) {
            if (step.path("attempt").asInt(1) != attempt) {
                attempt = step.path("attempt").asInt(1);
                title("Attempt %d, %s UTC".formatted(attempt, Answers.time(step, "started_at")));
                reached.clear();
            }
            reached.add(Answers.text(step, "step"));
            step(step, width);
        }
        if (attempt > 0 && !Answers.isGood(run)) {
            for (JsonNode name : run.path("pipeline")) {
                if (!reached.contains(Answers.text(name))) {
                    out.println(
                            terminal.faint(
                                    "%s%s  %12s  not reached"
                                            .formatted(
                                                    " ".repeat(INDENT),
                                                    padded(Answers.text(name), width),
                                                    "")));
                }
            }
        }
    }

    private void step(JsonNode step, int width) {
        JsonNode failure = step.path("failure");
        boolean failed = failure.isObject();
        out.printf(
                "%s%s  %9.1f ms  %s%n",
                " ".repeat(INDENT),
                padded(Answers.text(step, "step"), width),
                step.path("took_ms").asDouble(0),
                failed
                        ? terminal.bad("failed " + Answers.text(failure, "code"))
                        : terminal.good("done"));
        if (failed) {
            out.println(" ".repeat(2 * INDENT) + Answers.text(failure, "text"));
        }
        for (JsonNode remark : step.path("remarks")) {
            out.println(" ".repeat(2 * INDENT) + Answers.remark(remark, terminal));
        }
    }

    private void event() {
        JsonNode event = run.path("event");
        title("Event " + text("event_id"));
        line("name", text("event_name"));
        line(
                "came by",
                "%s %s"
                        .formatted(Answers.text(event, "transport"), Answers.text(event, "place"))
                        .strip());
        line("size", event.path("size").asString() + " bytes");
        line("sha256", Answers.text(event, "sha256"));
        event.path("properties")
                .properties()
                .forEach(each -> line(Printable.of(each.getKey()), Answers.text(each.getValue())));
    }

    private void notifications() {
        if (run.path("notifications").isEmpty()) {
            return;
        }
        title("Notifications");
        for (JsonNode notification : run.path("notifications")) {
            String acknowledged = Answers.time(notification, "acknowledged_at");
            out.printf(
                    "  %s  %s  %s%n    on %s%n    %s%n",
                    Answers.text(notification, "id"),
                    Answers.text(notification, "rel"),
                    Answers.text(notification, "data_id"),
                    Answers.text(notification, "topic"),
                    acknowledged.isEmpty()
                            ? terminal.warning("not acknowledged yet")
                            : "acknowledged %s UTC by %s (%s)"
                                    .formatted(
                                            acknowledged,
                                            Answers.text(notification, "broker"),
                                            Answers.text(notification, "reason")));
        }
    }

    private void acts() {
        if (run.path("acts").isEmpty()) {
            return;
        }
        title("What people did");
        for (JsonNode act : run.path("acts")) {
            out.printf(
                    "  %s UTC  %s by %s%s%n",
                    Answers.time(act, "at"),
                    Answers.text(act, "kind"),
                    Answers.text(act, "who"),
                    Answers.text(act, "text").isEmpty() ? "" : ": " + Answers.text(act, "text"));
        }
    }

    private void relatives() {
        if (!text("parent_id").isEmpty()) {
            title("Corrects run " + text("parent_id"));
        }
        for (JsonNode child : run.path("children")) {
            title("Corrected by run " + Answers.text(child));
        }
    }

    private void advice() {
        List<String> commands = new ArrayList<>();
        for (JsonNode action : run.path("actions")) {
            switch (Answers.text(action)) {
                case "retry", "edit" ->
                        commands.add("wis2 run %s %s".formatted(Answers.text(action), text("id")));
                case "discard" ->
                        commands.add("wis2 run discard %s --reason TEXT".formatted(text("id")));
                default -> {}
            }
        }
        if (!commands.isEmpty()) {
            title("What you can do");
            commands.forEach(command -> out.println("  " + command));
        }
    }

    private void title(String text) {
        out.println();
        out.println(terminal.bold(text));
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            out.printf(Locale.ROOT, "  %-9s %s%n", name, value);
        }
    }

    private String text(String member) {
        return Answers.text(run, member);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
