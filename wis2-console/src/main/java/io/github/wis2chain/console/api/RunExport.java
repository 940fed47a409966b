package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives all runs of a query as one file, a page at a time, so that it never lies in memory whole.
final class RunExport {

    private static final int MOST = 100_000;
    private static final int PAGE = 500;

    /// Says of a file whether more runs match than it holds, `true`, `false`, or `unknown`. In the file
    /// itself it would be an entry.
    static final String TRUNCATED = "X-Wis2-Truncated";

    private static final String HEADINGS =
            "id,state,received_at,updated_at,source,dataset,event_name,data_id,step,cause,culprit,attempts,summary\r\n";

    private RunExport() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/v1/runs.csv", RunExport::csv, RunQueries.names("limit")),
                Route.get("/api/v1/runs.json", RunExport::json, RunQueries.names("limit")));
    }

    private static void csv(Call call) {
        send(
                call,
                "text/csv; charset=utf-8",
                "runs.csv",
                new Form(HEADINGS, "", "", RunExport::line));
    }

    private static void json(Call call) {
        send(
                call,
                Json.TYPE,
                "runs.json",
                new Form(
                        "[",
                        ",",
                        "\n]\n",
                        run ->
                                "\n"
                                        + new String(
                                                Json.bytes(RunRow.of(run)),
                                                StandardCharsets.UTF_8)));
    }

    /// How runs are written one after the other.
    private record Form(
            String begin, String between, String end, Function<RunSummary, String> entry) {}

    /// A slip in the query is a problem, because it is read before the answer begins.
    private static void send(Call call, String type, String file, Form form) {
        RunArchive archive = call.node().archive();
        RunFilter filter = RunQueries.filter(call);
        int limit = call.query("limit", RunExport::limit).orElse(MOST);
        RunArchive.Counted counted = archive.count(filter, limit);
        var pages = new Pages(archive, filter, form, limit);
        call.context()
                .status(200)
                .contentType(type)
                .header(TRUNCATED, truncated(counted, limit))
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .result(new SequenceInputStream(pages));
    }

    /// A text is not counted to the end, so the file may hold more than was counted, and all.
    private static String truncated(RunArchive.Counted counted, int limit) {
        return counted.more() && counted.runs() < limit
                ? "unknown"
                : Boolean.toString(counted.more());
    }

    /// The file in pieces, each of which is looked up when the one before it was sent.
    // A stream of streams takes nothing but this old kind of iterator.
    @SuppressWarnings("JdkObsolete")
    private static final class Pages implements Enumeration<InputStream> {

        private final RunArchive archive;
        private final RunFilter filter;
        private final Form form;
        private int left;
        private Optional<Long> behind = Optional.empty();
        private boolean begun;
        private boolean hasEntry;
        private boolean ended;

        private Pages(RunArchive archive, RunFilter filter, Form form, int limit) {
            this.archive = archive;
            this.filter = filter;
            this.form = form;
            this.left = limit;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            int size = Math.min(left, PAGE);
            RunArchive.Found found =
                    archive.runs(
                            filter,
                            behind.map(run -> Window.olderThan(run, size))
                                    .orElseGet(() -> Window.newest(size)));
            var text = new StringBuilder(begun ? "" : form.begin());
            begun = true;
            for (RunSummary run : found.runs()) {
                text.append(hasEntry ? form.between() : "").append(form.entry().apply(run));
                hasEntry = true;
            }
            left -= found.runs().size();
            behind = found.next().map(run -> run.value());
            ended = left == 0 || behind.isEmpty();
            text.append(ended ? form.end() : "");
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
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

    private static Integer limit(String text) {
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("[%s] must be 1 to %d".formatted(text, MOST));
        }
        return Integer.valueOf(text);
    }
}
