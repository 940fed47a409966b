package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Does one thing to a run and says how the run is then.
final class RunActions {

    private final Terminal terminal;
    private final NodeOptions node;

    RunActions(Terminal terminal, NodeOptions node) {
        this.terminal = terminal;
        this.node = node;
    }

    /// Posts an action.
    ///
    /// @param text the one member of the body, if the action has one: its name and value
    JsonNode post(
            ApiClient api, String id, String action, Optional<Map.Entry<String, String>> text) {
        var json = JsonNodeFactory.instance.objectNode();
        text.ifPresent(each -> json.put(each.getKey(), each.getValue()));
        return api.post(
                "/api/v1/runs/" + ApiClient.encoded(id) + "/" + action,
                Map.of(),
                text.isPresent() ? ApiClient.Body.json(json) : ApiClient.Body.NONE);
    }

    /// Does something to each of several runs. A run to which the node refuses it is told of, and
    /// does not stand in the way of those that follow.
    ///
    /// @param act does it to the run of this id, and gives the exit code
    /// @return the worst exit code
    int each(List<String> ids, ToIntFunction<String> act) {
        int worst = ExitCode.DONE;
        for (String id : ids) {
            int code;
            try {
                code = act.applyAsInt(id);
            } catch (Refusal refused) {
                terminal.out().flush();
                terminal.err().println("wis2: " + refused.getMessage());
                code = refused.exitCode();
            }
            worst = Math.max(worst, code);
        }
        return worst;
    }

    /// Waits if asked to, prints, and gives the exit code.
    int report(ApiClient api, JsonNode run, WaitOptions wait, String sentence) {
        JsonNode shown = run;
        int code = ExitCode.DONE;
        if (wait.waits()) {
            shown = new RunWatch(api, wait.patience()).ended(Answers.text(run, "id"));
            code = RunWatch.exitCode(shown);
        }
        print(shown, sentence);
        return code;
    }

    void print(JsonNode run, String sentence) {
        if (node.json()) {
            terminal.out().println(run);
            return;
        }
        terminal.out()
                .printf(
                        "%s It is %s: %s%n",
                        sentence, Answers.state(run, terminal), Answers.text(run, "explanation"));
    }
}
