package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Does one thing to all runs that have something in common, a thousand at a time, and says how far
/// it is.
final class BulkRuns {

    private static final String PATH = "/api/v1/runs/actions";
    private static final int AT_ONCE = 1000;

    /// The newest run that was counted.
    private static final String UP_TO = "up_to";

    private final Terminal terminal;
    private final NodeOptions node;
    private final BulkOptions options;

    BulkRuns(Terminal terminal, NodeOptions node, BulkOptions options) {
        this.terminal = terminal;
        this.node = node;
        this.options = options;
    }

    /// Does it, or only counts. Without `--yes` it is not done: a slip in a filter must not reach
    /// thousands of runs.
    ///
    /// @param ids the runs, if they are named and only counted; else the options choose them
    /// @param text the member that the action has of its own, if it has one: its name and value
    int perform(
            List<String> ids,
            String action,
            String past,
            Optional<Map.Entry<String, String>> text) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("action", action);
        text.ifPresent(each -> order.put(each.getKey(), each.getValue()));
        if (ids.isEmpty()) {
            ObjectNode filter = order.putObject("filter");
            options.parts().forEach(filter::put);
        } else {
            ArrayNode runs = order.putArray("runs");
            ids.forEach(runs::add);
        }
        try (ApiClient api = node.client()) {
            if (options.dryRun()) {
                count(api, order, past);
                return ExitCode.DONE;
            }
            if (!options.yes()) {
                count(api, order, past);
                if (!terminal.interactive()) {
                    terminal.err().println("Nothing was done; give --yes to do it.");
                    return ExitCode.USAGE;
                }
                if (!terminal.ask("Do it? [y/N]").equals("y")) {
                    terminal.err().println("Nothing was done.");
                    return ExitCode.DONE;
                }
            }
            return act(api, order, past);
        }
    }

    /// Says how many there are. From then on the order is about these, and about none that comes in
    /// later.
    private void count(ApiClient api, ObjectNode order, String past) {
        order.put("dry_run", true);
        JsonNode answer = post(api, order);
        order.remove("dry_run");
        String newest = Answers.text(answer, UP_TO);
        if (!newest.isEmpty()) {
            order.put(UP_TO, newest);
        }
        if (node.json()) {
            terminal.out().println(answer);
            return;
        }
        terminal.out()
                .printf(
                        "%s%s and would be %s.%n",
                        answer.path("more").asBoolean(false) ? "At least " : "",
                        matching(answer.path("matched").asLong()),
                        past);
    }

    private int act(ApiClient api, ObjectNode order, String past) {
        order.put("limit", AT_ONCE);
        long done = 0;
        Map<String, Long> skipped = new LinkedHashMap<>();
        String stopped = "";
        String next = "";
        do {
            JsonNode answer = post(api, order);
            done += answer.path("done").asLong();
            for (JsonNode reason : answer.path("reasons")) {
                skipped.merge(
                        Answers.text(reason, "reason"), reason.path("count").asLong(), Long::sum);
            }
            stopped = Answers.text(answer, "stopped");
            next = stopped.isEmpty() ? Answers.text(answer, "next") : "";
            order.put("before", next);
            if (!next.isEmpty()) {
                terminal.err().printf("%s %s so far.%n", runs(done), past);
            }
        } while (!next.isEmpty());
        report(done, skipped, stopped, past);
        return stopped.isEmpty() ? ExitCode.DONE : ExitCode.UNDECIDED;
    }

    private static String matching(long count) {
        return count == 1 ? "1 run matches" : String.format(Locale.ROOT, "%,d runs match", count);
    }

    private static String runs(long count) {
        return count == 1 ? "1 run was" : count + " runs were";
    }

    private static String left(long count) {
        return count == 1 ? "1 was left as it is" : count + " were left as they are";
    }

    private void report(long done, Map<String, Long> skipped, String stopped, String past) {
        if (node.json()) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            whole.put("done", done);
            ObjectNode reasons = whole.putObject("skipped");
            skipped.forEach(reasons::put);
            whole.put("stopped", stopped.isEmpty() ? null : stopped);
            terminal.out().println(whole);
            return;
        }
        terminal.out().printf("%s %s.%n", runs(done), past);
        skipped.forEach((reason, count) -> terminal.out().printf("%s: %s.%n", left(count), reason));
        if (!stopped.isEmpty()) {
            terminal.err()
                    .printf("It ended before its time: %s. Give the command again.%n", stopped);
        }
    }

    private static JsonNode post(ApiClient api, ObjectNode order) {
        return api.post(PATH, Map.of(), ApiClient.Body.json(order));
    }
}
