package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Printable;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Verdict;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Prints judged files for people: a line with the verdict, then what there is to say about it.
record JudgedText(Terminal terminal, View view) implements JudgedPrinter {

    @Override
    public void print(Judged judged) {
        line(judged.file().equals("-") ? "standard input" : judged.file(), verdict(judged));
        if (!judged.decided()) {
            return;
        }
        switch (view) {
            case FINDINGS -> judged.report().findings().forEach(this::print);
            case TESTS -> printTests(judged);
            case INDICATORS -> judged.kpis().ifPresent(this::printIndicators);
        }
    }

    /// One finding: its weight, its place, what was found and is required, and what to write instead.
    void print(Finding finding) {
        String weight =
                switch (finding.verdict()) {
                    case FAILED -> terminal.bad("fault");
                    case WARNING -> terminal.warning("warning");
                    case SKIPPED, PASSED -> terminal.faint("not judged");
                };
        out().println(
                        "  %s%s: %s%s %s"
                                .formatted(
                                        weight,
                                        finding.pointer().isEmpty()
                                                ? ""
                                                : " at " + Printable.of(finding.pointer()),
                                        Printable.of(finding.message()),
                                        finding.fix()
                                                .map(fix ->
                                                        "; write %s instead"
                                                                .formatted(Printable.of(fix)))
                                                .orElse(""),
                                        terminal.faint("(" + finding.requirement() + ")")));
    }

    private void line(String file, String verdict) {
        out().println(terminal.bold(Printable.of(file)) + ": " + verdict);
    }

    private String verdict(Judged judged) {
        if (!judged.decided()) {
            return terminal.warning("undecided")
                    + ": "
                    + judged.report().findings().getFirst().message();
        }
        String verdict =
                judged.conforms() ? terminal.good("conforms") : terminal.bad("does not conform");
        return switch (view) {
            case FINDINGS -> verdict + counts(judged);
            case TESTS -> verdict + passed(judged);
            case INDICATORS ->
                    judged.kpis().map(JudgedText::score).orElse("no JSON, no score")
                            + ", "
                            + verdict;
        };
    }

    private static String counts(Judged judged) {
        List<String> counts = new ArrayList<>();
        count(judged, Verdict.FAILED, "fault", counts);
        count(judged, Verdict.WARNING, "warning", counts);
        return counts.stream().map(count -> ", " + count).collect(Collectors.joining());
    }

    private static void count(Judged judged, Verdict verdict, String word, List<String> counts) {
        int count = judged.report().findings(verdict).size();
        if (count > 0) {
            counts.add(Plural.of(count, word));
        }
    }

    private static String passed(Judged judged) {
        var verdicts = judged.report().tests().values();
        return ", %d of %d tests passed"
                .formatted(
                        verdicts.stream().filter(verdict -> verdict == Verdict.PASSED).count(),
                        verdicts.size());
    }

    private void printTests(Judged judged) {
        judged.report()
                .tests()
                .forEach((test, verdict) -> {
                    String code = "%-7s".formatted(verdict.name());
                    String shown =
                            switch (verdict) {
                                case PASSED -> terminal.good(code);
                                case FAILED -> terminal.bad(code);
                                case WARNING -> terminal.warning(code);
                                case SKIPPED -> terminal.faint(code);
                            };
                    out().println("  " + shown + "  " + test);
                });
        judged.report().findings(Verdict.FAILED).forEach(this::print);
    }

    private static String score(KpiSummary kpis) {
        return "%d of %d points%s%s%s"
                .formatted(
                        kpis.score(),
                        kpis.total(),
                        kpis.percentage().map(percent -> ", " + percent + " %").orElse(""),
                        kpis.grade().map(grade -> ", grade " + grade).orElse(""),
                        kpis.skipped() == 0 ? "" : ", %d not judged".formatted(kpis.skipped()));
    }

    private void printIndicators(KpiSummary kpis) {
        int width = kpis.kpis().stream().mapToInt(kpi -> kpi.name().length()).max().orElse(0);
        for (KpiResult kpi : kpis.kpis()) {
            String points =
                    kpi.total() == 0
                            ? terminal.faint("not judged")
                            : "%d of %d".formatted(kpi.score(), kpi.total());
            out().println("  " + kpi.name() + " ".repeat(width - kpi.name().length() + 2) + points);
            kpi.comments().forEach(comment -> out().println("    " + Printable.of(comment)));
        }
    }

    private PrintWriter out() {
        return terminal.out();
    }
}
