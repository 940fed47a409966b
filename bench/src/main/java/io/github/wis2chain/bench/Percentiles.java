package io.github.wis2chain.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Latencies from acknowledgement to arrival, in milliseconds.
record Percentiles(double p50, double p95, double p99, double max) {

    /// Of every event that was acknowledged and whose notification arrived.
    static Percentiles of(Map<String, Long> acknowledged, Map<String, Long> arrived) {
        double[] millis =
                acknowledged.entrySet().stream()
                        .flatMap(event ->
                                Optional.ofNullable(arrived.get(event.getKey()))
                                        .map(at -> at - event.getValue())
                                        .stream())
                        .mapToDouble(nanoseconds -> nanoseconds / 1e6)
                        .sorted()
                        .toArray();
        if (millis.length == 0) {
            throw new IllegalStateException("no notification arrived");
        }
        return new Percentiles(
                at(millis, 0.50),
                at(millis, 0.95),
                at(millis, 0.99),
                Arrays.stream(millis).max().orElseThrow());
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms".formatted(p50, p95, p99, max);
    }
}
