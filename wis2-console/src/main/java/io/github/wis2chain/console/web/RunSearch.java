package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.RunQueries;
import io.github.wis2chain.engine.run.RunFilter;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What the address of the list of runs asks for: the filters of the API, under the same names.
///
/// @param asked the parameters that restrict, in the order of {@link #NAMES}
record RunSearch(Map<String, String> asked) {

    private static final JsonMapper JSON = new JsonMapper();

    static final String[] NAMES = RunQueries.names();

    static RunSearch of(Call call) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : NAMES) {
            call.query(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> asked.put(name, value));
        }
        return new RunSearch(asked);
    }

    String get(String name) {
        return asked.getOrDefault(name, "");
    }

    /// The filters as the API takes them in the body of an act on many runs.
    String json() {
        return JSON.writeValueAsString(asked);
    }

    boolean isEmpty() {
        return asked.isEmpty();
    }

    /// The address of the same list.
    String address(String path) {
        return address(path, asked);
    }

    /// The address of the list that differs in one parameter; an empty value leaves it out.
    String with(String path, String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(asked);
        if (value.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return address(path, other);
    }

    RunFilter filter(Call call) {
        return RunQueries.filter(call);
    }

    private static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + Text.url(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
