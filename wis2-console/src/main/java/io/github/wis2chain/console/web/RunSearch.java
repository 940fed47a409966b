package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.RunQueries;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunState;

import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the address of the list of runs asks for: the filters of the API, under the same names, and
/// `to`, the last day of a range. It stands for the API's `until`, which is the first moment that is
/// no longer meant.
///
/// @param asked the parameters that restrict, in the order of {@link #names()}
record RunSearch(Map<String, String> asked) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STATE = "state";
    private static final String UNTIL = "until";
    private static final String TO = "to";
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /// The parameters that restrict the list.
    static String[] names() {
        return RunQueries.names(TO);
    }

    static RunSearch of(Call call) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : names()) {
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

    /// The last day that is meant, if it is a whole day that is.
    String lastDay() {
        return asked.containsKey(TO)
                ? get(TO)
                : beside(get(UNTIL), -1).map(LocalDate::toString).orElse("");
    }

    /// The failed ones of these runs, as the API takes them in the body of an act on many; empty if
    /// the states that are asked for leave out the failed ones.
    Optional<String> failed() {
        return failedParts().map(JSON::writeValueAsString);
    }

    /// What can be done to runs of the list: to those that are named, and to all that match.
    Commands commands() {
        Commands named = Commands.ofNamed();
        return isEmpty()
                ? named
                : failedParts().map(parts -> named.and(Commands.of(parts))).orElse(named);
    }

    private Optional<Map<String, String>> failedParts() {
        String failed = RunLine.word(RunState.FAILED);
        boolean some =
                get(STATE).isEmpty() || Arrays.asList(get(STATE).split(",")).contains(failed);
        if (!some) {
            return Optional.empty();
        }
        Map<String, String> parts = parts();
        parts.put(STATE, failed);
        return Optional.of(parts);
    }

    boolean isEmpty() {
        return asked.isEmpty();
    }

    /// Nothing but the state is asked for, if anything is.
    boolean isOfStateOnly() {
        return asked.keySet().stream().allMatch(STATE::equals);
    }

    /// The address of the same list.
    String address(String path) {
        return address(path, asked);
    }

    /// The address of the same runs as a file.
    ///
    /// @param type `csv` or `json`
    String export(String type) {
        return address("/api/v1/runs." + type, parts());
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

    /// @throws io.github.wis2chain.console.api.Problem if a parameter has another form
    RunFilter filter(Call call) {
        RunFilter filter = RunQueries.filter(call);
        return call.query(TO, RunQueries::day)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC))
                .map(end -> filter.until(end.toInstant()))
                .orElse(filter);
    }

    /// The parts of the filter as the API has them.
    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>(asked);
        // Behind the last day that can be written there is nothing to leave out.
        beside(get(TO), 1)
                .filter(day -> !day.isAfter(LAST_DAY))
                .ifPresent(day -> parts.put(UNTIL, day.toString()));
        parts.remove(TO);
        return parts;
    }

    /// The day so many days after the one that the text names, if it names one.
    private static Optional<LocalDate> beside(String text, int days) {
        try {
            return Optional.of(LocalDate.parse(text).plusDays(days));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + Text.url(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
