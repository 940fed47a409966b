package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Trend.Minute;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// A small chart of the last hour: an SVG path of 600 by 100, no axes, its greatest value beside it.
///
/// @param values one for each minute, oldest first
record Chart(List<Long> values) {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 100;

    Chart {
        values = List.copyOf(values);
    }

    static Chart of(List<Minute> minutes, ToLongFunction<Minute> value) {
        return new Chart(minutes.stream().mapToLong(value).boxed().toList());
    }

    long max() {
        return values.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    long last() {
        return values.isEmpty() ? 0 : values.getLast();
    }

    /// The line, scaled so that this value touches the top.
    String line(long top) {
        var path = new StringBuilder();
        double step = WIDTH / Math.max(1, values.size() - 1);
        for (int i = 0; i < values.size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Math.round(i * step))
                    .append(' ')
                    .append(
                            Math.round(
                                    HEIGHT
                                            - HEIGHT
                                                    * values.get(i).doubleValue()
                                                    / Math.max(1.0, (double) top)));
        }
        return path.toString();
    }

    /// The area under the line.
    String area(long top) {
        return values.isEmpty() ? "" : line(top) + "V100H0Z";
    }

    /// The line by itself, touching the top.
    String line() {
        return line(max());
    }

    String area() {
        return area(max());
    }

    /// The value that both charts fit under.
    long top(Chart other) {
        return LongStream.of(max(), other.max(), 1).max().orElse(1);
    }
}
