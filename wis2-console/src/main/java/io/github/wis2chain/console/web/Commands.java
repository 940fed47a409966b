package io.github.wis2chain.console.web;

import io.github.wis2chain.engine.run.BulkAct;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a page offers, as commands of a terminal: each act once with `wis2`, once with curl.
///
/// They stand after lines that set `WIS2_URL` and `WIS2_TOKEN`. What senders wrote is quoted, so that
/// a shell takes it as text.
///
/// @param remark in what curl differs from what the page does; empty if in nothing
record Commands(List<String> wis2, List<String> curl, String remark) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHY = "why";
    private static final String ACTIONS = "/runs/actions";

    /// Stands for the id of a run.
    private static final String RUN = "RUN";

    private static final int MOST = BulkAct.LARGEST;
    private static final String ONE_CALL =
            "A call with curl does at most %,d runs, the newest first, and counts none before. Where its answer has next, send it again with that as before."
                    .formatted(MOST);

    private static final String CURL = "curl -sS -H \"Authorization: Bearer $WIS2_TOKEN\" ";
    private static final String API = "\"$WIS2_URL\"/api/v1";
    private static final String TYPE = " -H 'Content-Type: application/json' -d ";

    Commands {
        wis2 = List.copyOf(wis2);
        curl = List.copyOf(curl);
    }

    private Commands(List<String> wis2, List<String> curl) {
        this(wis2, curl, "");
    }

    /// These, and then the others.
    Commands and(Commands others) {
        return new Commands(
                Stream.concat(wis2.stream(), others.wis2.stream()).toList(),
                Stream.concat(curl.stream(), others.curl.stream()).toList(),
                remark.isEmpty() ? others.remark : remark);
    }

    /// What can be done to one run.
    static Commands of(String run, List<String> actions) {
        List<String> wis2 = new ArrayList<>();
        List<String> curl = new ArrayList<>();
        wis2.add("wis2 run show " + run);
        curl.add(CURL + API + "/runs/" + run);
        for (String action : actions) {
            String path = API + "/runs/" + run + "/";
            switch (action) {
                case "edit" -> {
                    wis2.add("wis2 run edit " + run);
                    curl.add(
                            CURL + "--data-binary @event.json " + path + quoted("edit?check=true"));
                }
                case "discard" -> {
                    wis2.add("wis2 run discard %s --reason %s".formatted(run, quoted(WHY)));
                    curl.add(CURL + path + "discard" + TYPE + body(Map.of("reason", WHY)));
                }
                case "note" -> {
                    wis2.add("wis2 run note %s %s".formatted(run, quoted("text")));
                    curl.add(CURL + path + "notes" + TYPE + body(Map.of("text", "text")));
                }
                default -> {
                    wis2.add("wis2 run %s %s".formatted(action, run));
                    curl.add(CURL + "-X POST " + path + action);
                }
            }
        }
        return new Commands(wis2, curl);
    }

    /// Retries or discards all runs that a filter of the API finds.
    static Commands of(Map<String, String> filter) {
        var options = new StringBuilder();
        filter.forEach((name, value) ->
                options.append(" --")
                        .append(name.equals("q") ? "search" : name)
                        .append(' ')
                        .append(quoted(value)));
        return together(options.toString(), Map.of("filter", filter, "limit", MOST), ONE_CALL);
    }

    /// Retries or discards runs that are named.
    static Commands ofNamed() {
        return together(" %s %s".formatted(RUN, RUN), Map.of("runs", List.of(RUN, RUN)), "");
    }

    private static Commands together(String options, Map<String, ?> which, String remark) {
        Map<String, Object> retry = new LinkedHashMap<>();
        retry.put("action", "retry");
        Map<String, Object> discard = new LinkedHashMap<>();
        discard.put("action", "discard");
        discard.put("reason", WHY);
        new TreeMap<>(which)
                .forEach((member, value) -> {
                    retry.put(member, value);
                    discard.put(member, value);
                });
        String act = CURL + API + ACTIONS + TYPE;
        return new Commands(
                List.of(
                        "wis2 run retry" + options,
                        "wis2 run discard" + options + " --reason " + quoted(WHY)),
                List.of(act + body(retry), act + body(discard)),
                remark);
    }

    /// Pauses what goes on and resumes what is held.
    ///
    /// @param kind `dataset` or `source`
    /// @param held by name, whether it is held
    static Commands ofHolds(String kind, Map<String, Boolean> held) {
        List<String> wis2 = new ArrayList<>();
        List<String> curl = new ArrayList<>();
        held.forEach((name, isHeld) -> {
            String path = "%s/%ss/%s/".formatted(API, kind, quoted(Text.url(name)));
            if (isHeld) {
                wis2.add("wis2 %s resume %s".formatted(kind, quoted(name)));
                curl.add(CURL + "-X POST " + path + "resume");
            } else {
                wis2.add("wis2 %s pause %s --reason %s".formatted(kind, quoted(name), WHY));
                curl.add(CURL + path + "pause" + TYPE + body(Map.of("reason", WHY)));
            }
        });
        return new Commands(wis2, curl);
    }

    /// Shows a notification, or sends it once more.
    static Commands ofNotification(String id) {
        String path = API + "/notifications/" + quoted(id);
        return new Commands(
                List.of(
                        "wis2 notification show " + quoted(id),
                        "wis2 notification republish " + quoted(id)),
                List.of(CURL + path, CURL + "-X POST " + path + "/republish"));
    }

    private static String body(Map<String, ?> members) {
        return quoted(JSON.writeValueAsString(members));
    }

    /// For the shell: as it is where that is plain, else in single quotes.
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:,@-]+")
                ? value
                : "'" + value.replace("'", "'\\''") + "'";
    }
}
