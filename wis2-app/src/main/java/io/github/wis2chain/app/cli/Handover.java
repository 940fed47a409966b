package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands documents to a node, each of which gets a run, and waits for the runs where that is wanted.
final class Handover {

    private static final int TRIES = 5;

    private final Terminal terminal;
    private final NodeAccess node;
    private final WaitOptions wait;

    Handover(Terminal terminal, NodeAccess node, WaitOptions wait) {
        this.terminal = terminal;
        this.node = node;
        this.wait = wait;
    }

    /// Sends the documents to this address, one after the other, and prints what became of each. One
    /// that is refused keeps no other from being sent, unless the others would be refused as well.
    ///
    /// @return the exit code
    int hand(List<Outgoing> documents, String path, Map<String, String> query) {
        try (ApiClient api = node.client()) {
            var runs = new ArrayList<Map.Entry<Outgoing, String>>();
            int worst = ExitCode.DONE;
            for (Outgoing document : documents) {
                try {
                    JsonNode receipt = send(api, document, path, query);
                    runs.add(Map.entry(document, Answers.text(receipt, "run_id")));
                    if (!wait.waits()) {
                        taken(document, receipt);
                    }
                } catch (Refusal refusal) {
                    worst = Math.max(worst, refusal.exitCode());
                    terminal.err()
                            .printf(
                                    "wis2: %s was not taken: %s%n",
                                    document.name(), refusal.getMessage());
                    if (!refusal.isOfDocument()) {
                        tellEnd(runs.size(), documents.size());
                        break;
                    }
                } catch (CommandFailure gone) {
                    if (wait.waits()) {
                        tellUnknownEnds(runs);
                    }
                    tellEnd(runs.size(), documents.size());
                    throw gone;
                }
            }
            return wait.waits() ? Math.max(worst, awaitEnds(api, runs)) : worst;
        }
    }

    /// The ids of runs whose end was to be awaited were not printed before.
    private void tellUnknownEnds(List<Map.Entry<Outgoing, String>> runs) {
        for (Map.Entry<Outgoing, String> run : runs) {
            terminal.err()
                    .printf(
                            "wis2: %s: run %s; how it ends is not known.%n",
                            run.getKey().name(), run.getValue());
        }
    }

    private void tellEnd(int taken, int all) {
        if (all > 1) {
            terminal.err()
                    .printf(
                            "wis2: Nothing more is sent; taken before: %d of %d documents.%n",
                            taken, all);
        }
    }

    private void taken(Outgoing document, JsonNode receipt) {
        if (node.json()) {
            terminal.out().println(named(document, receipt));
        } else {
            terminal.out()
                    .printf(
                            "%s: run %s%s%n",
                            document.name(),
                            Answers.text(receipt, "run_id"),
                            receipt.path("duplicate").asBoolean(false)
                                    ? " (it was known already)"
                                    : "");
        }
    }

    private int awaitEnds(ApiClient api, List<Map.Entry<Outgoing, String>> runs) {
        int worst = ExitCode.DONE;
        var watch = new RunWatch(api, wait.patience());
        for (int i = 0; i < runs.size(); i++) {
            Map.Entry<Outgoing, String> each = runs.get(i);
            JsonNode run;
            try {
                run = watch.ended(each.getValue());
            } catch (CommandFailure gone) {
                tellUnknownEnds(runs.subList(i, runs.size()));
                throw gone;
            }
            worst = Math.max(worst, RunWatch.exitCode(run));
            if (node.json()) {
                terminal.out().println(named(each.getKey(), run));
            } else {
                ended(each.getKey(), run);
            }
        }
        return worst;
    }

    private void ended(Outgoing document, JsonNode run) {
        terminal.out()
                .printf(
                        "%s: run %s is %s: %s%n",
                        document.name(),
                        Answers.text(run, "id"),
                        Answers.state(run, terminal),
                        Answers.text(run, "explanation"));
        for (JsonNode step : run.path("steps")) {
            if (step.path("attempt").asInt(0) != run.path("attempts").asInt(0)) {
                continue;
            }
            for (JsonNode remark : step.path("remarks")) {
                if (!Answers.text(remark, "level").equals("info")) {
                    terminal.out().println("  " + Answers.remark(remark, terminal));
                }
            }
        }
    }

    private static ObjectNode named(Outgoing document, JsonNode answer) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.put("file", document.name());
        answer.properties().forEach(each -> named.set(each.getKey(), each.getValue()));
        return named;
    }

    /// A node that is behind says so; then the document is sent again a little later.
    private static JsonNode send(
            ApiClient api, Outgoing document, String path, Map<String, String> query) {
        for (int tries = 1; ; tries++) {
            try {
                return api.post(
                        path,
                        query,
                        new ApiClient.Body(Optional.of(document.mediaType()), document.content()));
            } catch (Refusal refusal) {
                if (!refusal.isTemporary() || tries == TRIES) {
                    throw refusal;
                }
                RunWatch.sleep(refusal.retryAfter());
            }
        }
    }
}
