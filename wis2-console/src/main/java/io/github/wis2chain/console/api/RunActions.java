package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.CheckedEvent;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;

import java.util.HashMap;
import java.util.List;

/// What operators do to runs.
final class RunActions {

    private RunActions() {}

    static List<Route> all() {
        return List.of(
                Route.post("/api/v1/runs/{id}/retry", RunActions::retry),
                Route.post("/api/v1/runs/{id}/edit", RunActions::edit, "check", "force"),
                Route.post("/api/v1/runs/{id}/discard", RunActions::discard),
                Route.post("/api/v1/runs/{id}/notes", RunActions::note));
    }

    private static void retry(Call call) throws InterruptedException {
        RunId run = call.run().summary().id();
        Act act = call.act(Actions.RETRY, "");
        call.durable(call.node().store().retry(run, act));
        show(call, act);
    }

    private static void discard(Call call) throws InterruptedException {
        RunId run = call.run().summary().id();
        String reason = call.text("reason");
        Act act = call.act(Actions.DISCARD, reason);
        call.durable(call.node().store().discard(run, act));
        show(call, act);
    }

    private static void note(Call call) throws InterruptedException {
        RunId run = call.run().summary().id();
        String text = call.text("text");
        Act act = call.act(Actions.NOTE, text);
        call.durable(call.node().store().note(run, act));
        show(call, act);
    }

    private static void edit(Call call) throws InterruptedException {
        RunDetail run = call.run();
        boolean check = call.flag("check") && !call.flag("force");
        Payload corrected = call.body(call.node().limits().eventBytes());
        refuseSame(run.event(), corrected);
        Origin origin = originOf(call, run.event());
        if (check) {
            wantConforming(call, run.event(), corrected, origin);
        }
        var arrival =
                new Arrival(
                        run.event().source(),
                        corrected,
                        origin,
                        false,
                        call.node().clock().instant());
        RunId old = run.summary().id();
        Act act = call.act(Actions.EDIT, "");
        RunId next = call.durable(call.node().store().revise(old, arrival, act));
        call.node().changes().acted(call.run().summary(), act);
        call.node().changes().accepted(arrival, next);
        call.context().header("Location", "/api/v1/runs/" + next);
        call.json(201, new Edited(next.toString(), old.toString()));
    }

    private static void refuseSame(Event event, Payload corrected) {
        if (corrected.size() == 0) {
            throw new Problem(
                    ProblemCode.EMPTY_EVENT,
                    "The body is empty: send the whole corrected event. To give the run up, discard"
                            + " it.");
        }
        if (corrected.equals(event.payload())) {
            throw new Problem(
                    ProblemCode.EVENT_UNCHANGED,
                    "These are the very bytes of the old event. To run it again as it is, retry"
                            + " it.");
        }
    }

    private static void wantConforming(Call call, Event event, Payload corrected, Origin origin)
            throws InterruptedException {
        CheckedEvent checked = call.node().check().check(event.source(), corrected, origin);
        if (!checked.conforms()) {
            throw new Problem(
                    ProblemCode.EVENT_DOES_NOT_CONFORM,
                    "The corrected event would fail again; see the remarks. Nothing was kept."
                            + " Correct it, or send it with force=true.",
                    checked.remarks());
        }
    }

    /// The attributes of an event in binary mode are not in its bytes: they stay, unless the request
    /// has others.
    static Origin originOf(Call call, Event event) {
        var properties = new HashMap<>(event.origin().properties());
        properties.remove(Origin.WHOLE_SIZE);
        properties.remove(Origin.CLIENT);
        properties.putAll(EventRoutes.properties(call));
        return SubmissionRoutes.byHand(call, properties);
    }

    private static void show(Call call, Act act) {
        RunDetail run = call.run();
        call.node().changes().acted(run.summary(), act);
        call.json(200, RunView.json(run, call.node()));
    }

    /// A corrected event's run.
    private record Edited(String runId, String parentId) {}
}
