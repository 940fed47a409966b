package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.StepRecord;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known of a run: the members of its {@link RunRow} and these.
///
/// @param explanation what is wrong and what to do, in a sentence or two
/// @param actions what an operator can do to it now
/// @param pipeline the names of all steps, so that those not reached can be shown as well
record RunView(
        String explanation,
        List<String> actions,
        List<String> pipeline,
        Optional<FailureView> failure,
        List<StepView> steps,
        EventView event,
        List<ObjectNode> notifications,
        List<ActView> acts,
        List<String> children) {

    static ObjectNode json(RunDetail run, Node node) {
        List<Ready> notifications = node.outbox().of(run.summary().id());
        return Json.flat(
                RunRow.of(run.summary()),
                new RunView(
                        Explanation.of(run),
                        Actions.on(run),
                        node.steps(),
                        run.failure().map(FailureView::of),
                        run.history().steps().stream().map(StepView::of).toList(),
                        EventView.of(run.event()),
                        notifications.stream()
                                .map(ready -> NotificationView.whole(run.summary().id(), ready))
                                .toList(),
                        run.acts().stream().map(ActView::of).toList(),
                        run.children().stream().map(RunId::toString).toList()));
    }

    /// Why a step failed.
    record FailureView(String code, boolean temporary, String text, String remedy) {
        static FailureView of(Failure failure) {
            return new FailureView(
                    failure.code(), failure.temporary(), failure.text(), failure.remedy());
        }
    }

    /// One attempt of one step; `took_ms` in milliseconds.
    record StepView(
            String step,
            int attempt,
            Instant startedAt,
            double tookMs,
            Optional<FailureView> failure,
            List<RemarkView> remarks) {
        static StepView of(StepRecord step) {
            return new StepView(
                    step.step(),
                    step.attempt(),
                    step.startedAt(),
                    Math.round(step.took().toNanos() / 1e3) / 1e3,
                    step.failure().map(FailureView::of),
                    step.remarks().stream().map(RemarkView::of).toList());
        }
    }

    /// What a person did.
    record ActView(String kind, String who, String text, Instant at) {
        static ActView of(Act act) {
            return new ActView(act.kind(), act.who(), act.text(), act.at());
        }
    }
}
