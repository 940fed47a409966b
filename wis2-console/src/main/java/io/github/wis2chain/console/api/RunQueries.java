package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads which runs are meant, from the parameters of an address or the members of a body: both have
/// the same names and the same texts.
public final class RunQueries {

    /// Stands for runs without a dataset, or without a culprit.
    public static final String WITHOUT = "-";

    private static final List<String> NAMES =
            List.of(
                    "state", "dataset", "source", "step", "cause", "culprit", "q", "since",
                    "until");

    private RunQueries() {}

    /// Gives the text of a name, where there is one, read by a function.
    interface Texts {
        <T> Optional<T> text(String name, Function<String, T> parser);
    }

    /// The names of all parts of a filter, with others.
    public static String[] names(String... others) {
        return Stream.concat(NAMES.stream(), Arrays.stream(others)).toArray(String[]::new);
    }

    static boolean isPart(String name) {
        return NAMES.contains(name);
    }

    public static RunFilter filter(Call call) {
        return filter(call::query);
    }

    static RunFilter filter(Texts texts) {
        return new RunFilter(
                texts.text("state", RunQueries::states).orElse(Set.of()),
                texts.text("dataset", RunQueries::name),
                texts.text("source", SourceName::new),
                texts.text("step", Function.identity()),
                texts.text("cause", Function.identity()),
                texts.text("culprit", RunQueries::name),
                texts.text("q", String::strip).filter(text -> !text.isEmpty()),
                texts.text("since", RunQueries::instant),
                texts.text("until", RunQueries::instant));
    }

    private static String name(String text) {
        return text.equals(WITHOUT) ? RunFilter.NONE : text;
    }

    private static Set<RunState> states(String text) {
        Set<RunState> states = EnumSet.noneOf(RunState.class);
        for (String word : text.split(",", -1)) {
            states.add(
                    Arrays.stream(RunState.values())
                            .filter(state -> RunRow.word(state).equals(word))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "[%s] must be some of waiting, running, succeeded, unchanged, failed, discarded, with commas between"
                                                    .formatted(word))));
        }
        return states;
    }

    /// A time with its offset, or a day, which begins at midnight UTC.
    static Instant instant(String text) {
        String time = unsigned(text);
        return time.length() == "2026-01-01".length()
                ? LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(time).toInstant();
    }

    /// A day of the calendar.
    public static LocalDate day(String text) {
        return LocalDate.parse(unsigned(text));
    }

    /// A year has four digits (RFC 3339, clause 5.6). Only another one is written with a sign.
    private static String unsigned(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException(
                    "[%s] must begin with a year of four digits".formatted(text));
        }
        return text.toUpperCase(Locale.ROOT);
    }
}
