package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Trend.Minute;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// A small chart of the last hour: a column for each minute in which something was, as a path in 600 by
/// 100, no axes, its greatest value beside it.
///
/// @param values one for each minute, oldest first
record Chart(List<Long> values) {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 100;
    private static final double GAP = 2;

    /// What is not nothing must be seen.
    private static final double LEAST = 3;

    Chart {
        values = List.copyOf(values);
    }

    static Chart of(List<Minute> minutes, ToLongFunction<Minute> value) {
        return new Chart(minutes.stream().mapToLong(value).boxed().toList());
    }

    /// The sums of both, minute by minute.
    Chart plus(Chart other) {
        return new Chart(
                LongStream.range(0, values.size())
                        .map(i -> values.get((int) i) + other.values.get((int) i))
                        .boxed()
                        .toList());
    }

    long max() {
        return values.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    long last() {
        return values.isEmpty() ? 0 : values.getLast();
    }

    boolean isEmpty() {
        return max() == 0;
    }

    /// The columns, scaled so that this value touches the top.
    String columns(long top) {
        var path = new StringBuilder();
        double step = WIDTH / Math.max(1, values.size());
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).doubleValue();
            if (value > 0) {
                double height = Math.max(LEAST, HEIGHT * value / Math.max(1, (double) top));
                path.append('M')
                        .append(Math.round(i * step + GAP / 2))
                        .append(" 100v-")
                        .append(Math.round(Math.min(HEIGHT, height)))
                        .append('h')
                        .append(Math.round(step - GAP))
                        .append("V100z");
            }
        }
        return path.toString();
    }

    /// The columns by themselves, the greatest touching the top.
    String columns() {
        return columns(max());
    }
}
