package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives all runs of a query as one file, a page at a time, so that it never lies in memory whole.
final class RunExport {

    private static final int MOST = 100_000;
    private static final int PAGE = 500;

    private static final String HEADINGS =
            "id,state,received_at,updated_at,source,dataset,event_name,data_id,step,cause,culprit,attempts,summary\r\n";

    private RunExport() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/v1/runs.csv", RunExport::csv, RunQueries.names("limit")),
                Route.get("/api/v1/runs.json", RunExport::json, RunQueries.names("limit")));
    }

    private static void csv(Call call) {
        Asked asked = asked(call);
        OutputStream out = out(call, "text/csv; charset=utf-8", "runs.csv");
        write(out, HEADINGS);
        send(call, asked, run -> write(out, line(run)));
    }

    private static void json(Call call) {
        Asked asked = asked(call);
        OutputStream out = out(call, Json.TYPE, "runs.json");
        write(out, "[");
        var separator = new StringBuilder();
        send(
                call,
                asked,
                run -> {
                    write(out, separator + "\n" + text(Json.bytes(RunRow.of(run))));
                    separator.replace(0, separator.length(), ",");
                });
        write(out, "\n]\n");
    }

    /// What is to be sent; read before the answer begins, so that a slip in it is still a problem.
    private record Asked(RunFilter filter, int limit) {}

    /// Takes one run after the other.
    @FunctionalInterface
    private interface Sink {
        void put(RunSummary run);
    }

    private static Asked asked(Call call) {
        return new Asked(
                RunQueries.filter(call), call.query("limit", RunExport::limit).orElse(MOST));
    }

    private static void send(Call call, Asked asked, Sink sink) {
        int left = asked.limit();
        Optional<Long> behind = Optional.empty();
        do {
            int size = Math.min(left, PAGE);
            RunArchive.Found found =
                    call.node()
                            .archive()
                            .runs(
                                    asked.filter(),
                                    behind.map(run -> Window.olderThan(run, size))
                                            .orElseGet(() -> Window.newest(size)));
            found.runs().forEach(sink::put);
            left -= found.runs().size();
            behind = found.next().map(run -> run.value());
        } while (left > 0 && behind.isPresent());
    }

    private static OutputStream out(Call call, String type, String file) {
        call.context()
                .status(200)
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        return call.context().outputStream();
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException("the client went away", gone);
        }
    }

    private static String line(RunSummary run) {
        return Stream.of(
                                run.id().toString(),
                                RunRow.word(run.state()),
                                text(run.receivedAt()),
                                text(run.updatedAt()),
                                run.source().value(),
                                run.labels().dataset().orElse(""),
                                run.labels().eventName().orElse(""),
                                run.labels().dataId().orElse(""),
                                run.step().orElse(""),
                                run.cause().orElse(""),
                                run.culprit().orElse(""),
                                Integer.toString(run.attempts()),
                                run.summary())
                        .map(RunExport::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /// A cell by RFC 4180. Names come from outside: what a spreadsheet would take for a formula gets
    /// an apostrophe, as OWASP advises.
    static String cell(String text) {
        String harmless =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("[^\",\\r\\n]*")
                ? harmless
                : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static String text(Instant instant) {
        return instant.toString();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Integer limit(String text) {
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("[%s] must be 1 to %d".formatted(text, MOST));
        }
        return Integer.valueOf(text);
    }
}
