package io.github.wis2chain.bench;

import io.github.wis2chain.bench.LoadedNode.Cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures what ten open consoles cost the chain.
///
/// The same flood is sent without and with them, by turns and each first in every second pair,
/// because a machine is now quicker and now slower, and a store grows. A round has to last: one of a
/// few seconds varies by more than what is looked for.
///
/// Usage: `ConsoleBench LAUNCHER [ROUND [PAIRS]]`, usually through `bench/consoles`.
final class ConsoleBench {

    private static final int ROUND = 20_000;
    private static final int PAIRS = 20;
    private static final int CONSOLES = 10;

    private final String name;
    private final LoadedNode node;
    private final Report report;
    private final int round;
    private final List<Double> changes = new ArrayList<>();
    private Cost without = new Cost(0, 0, 0, 0);
    private Cost with = new Cost(0, 0, 0, 0);
    private long pages;

    private ConsoleBench(String name, LoadedNode node, Report report, int round) {
        this.name = name;
        this.node = node;
        this.report = report;
        this.round = round;
    }

    public static void main(String[] arguments) throws Exception {
        Path launcher = Path.of(arguments[0]).toAbsolutePath();
        int round = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUND;
        int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : PAIRS;
        var report = new Report();
        try (var server = DataServer.start()) {
            var events = new Events(server);
            measure("embedded broker", launcher, events, Optional.empty(), report, round, pairs);
            Optional<Path> program = MosquittoProcess.program();
            if (program.isPresent()) {
                Path folder = Files.createTempDirectory("wis2-bench");
                try (var mosquitto = MosquittoProcess.start(program.get(), folder)) {
                    measure(
                            "Mosquitto beside it",
                            launcher,
                            events,
                            Optional.of(mosquitto.broker()),
                            report,
                            round,
                            pairs);
                }
            } else {
                report.note("Mosquitto is not installed: its figures are missing.");
            }
        }
        report.print();
    }

    private static void measure(
            String name,
            Path launcher,
            Events events,
            Optional<Broker> external,
            Report report,
            int round,
            int pairs)
            throws IOException, InterruptedException {
        try (var node = LoadedNode.start(launcher, events, external)) {
            report.note("log of %s: %s".formatted(name, node.log()));
            node.flood("cold", round);
            Consoles.warm(node.process());
            var bench = new ConsoleBench(name, node, report, round);
            for (int i = 0; i < pairs; i++) {
                bench.pair(i);
            }
            bench.sum();
        }
    }

    private void pair(int number) throws IOException, InterruptedException {
        Cost alone;
        Cost watched;
        if (number % 2 == 0) {
            alone = node.flood("alone" + number, round);
            watched = watched(number);
        } else {
            watched = watched(number);
            alone = node.flood("alone" + number, round);
        }
        without = without.plus(alone);
        with = with.plus(watched);
        double change = watched.perSecond() / alone.perSecond() - 1;
        changes.add(change);
        report.line(
                name,
                "pair %d of %d events each".formatted(number + 1, round),
                "%.0f events/s, with consoles %.0f (%+.1f %%)"
                        .formatted(alone.perSecond(), watched.perSecond(), change * 100));
    }

    private Cost watched(int number) throws IOException, InterruptedException {
        try (var consoles = Consoles.open(node.process(), CONSOLES)) {
            Cost cost = node.flood("watched" + number, round);
            pages += consoles.pages();
            return cost;
        }
    }

    private void sum() {
        report.line(
                name,
                "all without consoles",
                "%.0f events/s (%.0f µs of processor each)"
                        .formatted(without.perSecond(), without.microseconds()));
        report.line(
                name,
                "all with %d consoles".formatted(CONSOLES),
                "%.0f events/s (%.0f µs of processor each; %.1f pages asked for a second)"
                        .formatted(with.perSecond(), with.microseconds(), pages / with.seconds()));
        double mean = mean(changes);
        report.line(
                name,
                "change by %d consoles".formatted(CONSOLES),
                changes.size() == 1
                        ? "%+.1f %% in one pair, which says little".formatted(mean * 100)
                        : "%+.1f %%, standard error %.1f %%"
                                .formatted(mean * 100, standardError(mean) * 100));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private double standardError(double mean) {
        double squares = changes.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (changes.size() - 1) / changes.size());
    }
}
