package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.console.api.RunQueries;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.CauseGroup;
import io.github.wis2chain.engine.run.Payload;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The runs that wait for a person, by what they have in common.
final class NeedsYouPage {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WHOLE = 50;

    private static final Set<String> EVENT_AT_FAULT =
            Stream.of(
                            FailureCode.EVENT_NOT_JSON,
                            FailureCode.EVENT_INVALID,
                            FailureCode.NO_ASSET,
                            FailureCode.NOTIFICATION_ID_TAKEN,
                            FailureCode.NOTIFICATION_INVALID,
                            FailureCode.LINK_REFUSED,
                            FailureCode.DATA_SIZE_MISMATCH,
                            FailureCode.DATA_DIGEST_MISMATCH)
                    .map(FailureCode::code)
                    .collect(Collectors.toUnmodifiableSet());

    private final Templates templates;

    NeedsYouPage(Templates templates) {
        this.templates = templates;
    }

    List<Route> all() {
        return List.of(Route.get("/needs-you", this::show));
    }

    private void show(Call call) {
        List<Group> groups =
                call.node().archive().causes().stream()
                        .map(group ->
                                new Group(group, RunLine.of(group.sample(), call.node().steps())))
                        .toList();
        templates.show(
                call,
                "needs.jte",
                Map.of("frame", Frame.of(call, "Needs you", "needs"), "page", new Needs(groups)));
    }

    /// The whole page: what needs somebody, and what goes on by itself.
    record Needs(List<Group> groups) {

        Listed failed() {
            return Listed.of(groups, group -> group.cause().failed() > 0);
        }

        Listed waiting() {
            return Listed.of(groups, group -> group.cause().failed() == 0);
        }
    }

    /// Groups, those with most runs first.
    ///
    /// @param whole shown with all that can be done to them
    /// @param further shown as links to their runs, so that the page stays light
    record Listed(List<Group> whole, List<Group> further) {

        static Listed of(List<Group> groups, Predicate<Group> which) {
            List<Group> all = groups.stream().filter(which).toList();
            int whole = Math.min(WHOLE, all.size());
            return new Listed(all.subList(0, whole), all.subList(whole, all.size()));
        }
    }

    /// Runs that one act can serve.
    record Group(CauseGroup cause, RunLine sample) {

        /// The event itself is at fault, so that a mere retry would fail again.
        boolean editFirst() {
            return EVENT_AT_FAULT.contains(cause.key().cause());
        }

        /// The group's name on the page, the same whatever runs are in it.
        String id() {
            return Payload.ofText(filter()).sha256().substring(0, 12);
        }

        boolean single() {
            return cause.failed() == 1;
        }

        Commands commands() {
            return Commands.of(parts("failed"));
        }

        /// The runs that failed, as the API's filter.
        String filter() {
            return JSON.writeValueAsString(parts("failed"));
        }

        /// The list of these runs.
        String address() {
            return parts("failed,waiting").entrySet().stream()
                    .map(each -> each.getKey() + "=" + Text.url(each.getValue()))
                    .collect(Collectors.joining("&", "/runs?", ""));
        }

        private Map<String, String> parts(String states) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("state", states);
            parts.put("dataset", cause.key().dataset().orElse(RunQueries.WITHOUT));
            parts.put("source", cause.key().source().value());
            parts.put("step", cause.key().step());
            parts.put("cause", cause.key().cause());
            parts.put("culprit", cause.key().culprit().orElse(RunQueries.WITHOUT));
            return parts;
        }
    }
}
