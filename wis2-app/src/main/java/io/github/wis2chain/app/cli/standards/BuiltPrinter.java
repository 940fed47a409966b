package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Printable;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// Prints built notifications: each on a line, or everything about an input as `docs/schemas/built-messages.json`
/// describes it. A notification that does not conform is never printed.
record BuiltPrinter(Terminal terminal, boolean json) {

    void print(Built built) {
        if (json) {
            terminal.out().println(JsonWriter.text(line(built)));
        } else {
            text(built);
        }
    }

    private static ObjectNode line(Built built) {
        ObjectNode line = JsonWriter.object();
        line.put("file", built.file());
        line.put("built", built.exitCode() == ExitCode.DONE);
        ArrayNode notifications = line.putArray("notifications");
        for (Built.Judgement each : built.notifications()) {
            ObjectNode member = notifications.addObject();
            member.put("conforms", each.report().conforms());
            if (each.report().conforms()) {
                member.set("notification", each.notification().toJson().node());
            }
            JudgedJson.findings(each.report().findings(), member.putArray("findings"));
        }
        JudgedJson.findings(built.findings(), line.putArray("findings"));
        return line;
    }

    private void text(Built built) {
        for (Built.Judgement each : built.notifications()) {
            if (each.report().conforms()) {
                terminal.out()
                        .println(new String(each.notification().toBytes(), StandardCharsets.UTF_8));
            }
        }
        // What does not go into a pipe goes to whoever watches.
        var remarks =
                new JudgedText(
                        new Terminal(
                                terminal.in(),
                                terminal.err(),
                                terminal.err(),
                                terminal.interactive(),
                                terminal.colour(),
                                terminal.environment()),
                        View.FINDINGS);
        boolean failed = built.exitCode() != ExitCode.DONE;
        if (failed) {
            terminal.err()
                    .println(Printable.of(built.file()) + ": no sound notification can be made");
            built.findings().forEach(remarks::print);
            built.notifications().stream()
                    .flatMap(each -> each.report().findings(Verdict.FAILED).stream())
                    .forEach(remarks::print);
        }
    }
}
