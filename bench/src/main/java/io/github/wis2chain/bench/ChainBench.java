package io.github.wis2chain.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Measures the whole chain and the machine's ceilings in one run.
///
/// Usage: `ChainBench LAUNCHER [BACKLOG]`, usually through `bench/run`.
final class ChainBench {

    private static final int BACKLOG = 20_000;

    private ChainBench() {}

    public static void main(String[] arguments) throws Exception {
        Path launcher = Path.of(arguments[0]).toAbsolutePath();
        int backlog = arguments.length > 1 ? Integer.parseInt(arguments[1]) : BACKLOG;
        var report = new Report();
        try (var server = DataServer.start()) {
            var events = new Events(server);
            Path folder = Files.createTempDirectory("wis2-bench");
            report.line(
                    "this machine",
                    "fsync of 2 kB appends",
                    "%.0f/s".formatted(Ceilings.fsyncs(folder)));
            Ceilings.gets(server);
            report.line(
                    "this machine", "HTTP GETs of 1 kB", "%.0f/s".formatted(Ceilings.gets(server)));
            var scenario = new Scenario(launcher, events, report, backlog);
            scenario.run("embedded broker", Optional.empty());
            Optional<Path> program = MosquittoProcess.program();
            if (program.isPresent()) {
                try (var mosquitto = MosquittoProcess.start(program.get(), folder)) {
                    report.line(
                            "this machine",
                            "Mosquitto relay at QoS 1",
                            "%.0f messages/s"
                                    .formatted(
                                            Ceilings.relay(mosquitto.broker(), events, backlog)));
                    scenario.run("Mosquitto beside it", Optional.of(mosquitto.broker()));
                }
            } else {
                report.note("Mosquitto is not installed: its figures are missing.");
            }
        }
        report.print();
    }
}
