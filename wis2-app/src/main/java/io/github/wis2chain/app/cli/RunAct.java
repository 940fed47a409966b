package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Does one thing to runs: one by one to those that are named, in one go to all that options choose.
abstract class RunAct implements Callable<Integer> {

    private final Terminal terminal;
    private final RunActions actions;
    private final String action;
    private final String past;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node;

    @Mixin private BulkOptions many = new BulkOptions();

    /// @param action its name where many runs are acted on
    /// @param past what was then done with them: `put back to work`
    RunAct(Terminal terminal, String action, String past) {
        this.terminal = terminal;
        this.action = action;
        this.past = past;
        this.node = new NodeOptions(terminal);
        this.actions = new RunActions(terminal, node);
    }

    /// Does it to one run.
    @FunctionalInterface
    interface OfOne {

        /// Does it to the run of this id, and gives the exit code.
        int act(ApiClient api, String id);
    }

    RunActions actions() {
        return actions;
    }

    /// @param ids the runs, if they are named
    /// @param text the member that the action has of its own, if it has one: its name and value
    /// @throws ParameterException unless runs are either named or chosen
    int act(List<String> ids, Optional<Map.Entry<String, String>> text, OfOne ofOne) {
        if (many.together(ids, spec)) {
            return new BulkRuns(terminal, node, many).perform(ids, action, past, text);
        }
        try (ApiClient api = node.client()) {
            return actions.each(ids, id -> ofOne.act(api, id));
        }
    }

    ParameterException wrongUse(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
