package io.github.wis2chain.console.web;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a page offers, as commands of a terminal: each act once with `wis2`, once with curl.
///
/// They stand after lines that set `WIS2_URL` and `WIS2_TOKEN`. What senders wrote is quoted, so that
/// a shell takes it as text.
record Commands(List<String> wis2, List<String> curl) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHY = "why";
    private static final String CURL = "curl -sS -H \"Authorization: Bearer $WIS2_TOKEN\" ";
    private static final String API = "\"$WIS2_URL\"/api/v1";
    private static final String TYPE = " -H 'Content-Type: application/json' -d ";

    Commands {
        wis2 = List.copyOf(wis2);
        curl = List.copyOf(curl);
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
                    curl.add(CURL + "--data-binary @event.json " + path + "edit?check=true");
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
        Map<String, Object> retry = new LinkedHashMap<>();
        retry.put("action", "retry");
        retry.put("filter", filter);
        Map<String, Object> discard = new LinkedHashMap<>();
        discard.put("action", "discard");
        discard.put("reason", WHY);
        discard.put("filter", filter);
        String act = CURL + API + "/runs/actions" + TYPE;
        return new Commands(
                List.of(
                        "wis2 run retry" + options,
                        "wis2 run discard" + options + " --reason " + quoted(WHY)),
                List.of(act + body(retry), act + body(discard)));
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
