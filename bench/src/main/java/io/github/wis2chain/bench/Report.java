package io.github.wis2chain.bench;

import java.util.ArrayList;
import java.util.List;

/// Prints figures as they come, and all of them together at the end.
final class Report {

    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void line(String scenario, String what, String figure) {
        String line = "%-22s %-34s %s".formatted(scenario, what, figure);
        lines.add(line);
        System.out.println(line);
    }

    void note(String text) {
        notes.add(text);
    }

    void print() {
        System.out.println();
        System.out.println("All figures of this run, on " + machine());
        lines.forEach(System.out::println);
        notes.forEach(System.out::println);
    }

    private static String machine() {
        return "%d processors, Java %s, %s %s:"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }
}
