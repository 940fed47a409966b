package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;
import java.util.Optional;

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
