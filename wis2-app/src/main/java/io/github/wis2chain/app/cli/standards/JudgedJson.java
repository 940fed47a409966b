package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Grade;
import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Prints judged files for programs: a line of JSON for each, as `docs/schemas/judged-document.json` describes it.
record JudgedJson(Terminal terminal) implements JudgedPrinter {

    @Override
    public void print(Judged judged) {
        terminal.out().println(JsonWriter.text(line(judged)));
    }

    private static ObjectNode line(Judged judged) {
        ObjectNode line = JsonWriter.object();
        line.put("file", judged.file());
        line.put("profile", name(judged.report().profile()));
        line.put("conforms", judged.conforms());
        findings(judged.report().findings(), line.putArray("findings"));
        ObjectNode ets = line.putObject("ets");
        judged.report().tests().forEach((test, verdict) -> ets.put(test, verdict.name()));
        ObjectNode kpi = line.putObject("kpi");
        judged.kpis()
                .ifPresent(kpis -> {
                    for (KpiResult result : kpis.kpis()) {
                        add(result, kpi.putObject(result.name()));
                    }
                    summarise(kpis, line.putObject("kpi_summary"));
                });
        return line;
    }

    /// The profile's name as it is typed and printed.
    static String name(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }

    static void findings(Collection<Finding> findings, ArrayNode to) {
        for (Finding finding : findings) {
            ObjectNode member = to.addObject();
            Requirement requirement = finding.requirement();
            member.put("requirement", requirement.uri());
            if (!requirement.part().isEmpty()) {
                member.put("part", requirement.part());
            }
            member.put("pointer", finding.pointer());
            member.put("verdict", finding.verdict().name());
            member.put("message", finding.message());
            finding.fix().ifPresent(fix -> member.put("fix", fix));
        }
    }

    private static void add(KpiResult result, ObjectNode to) {
        points(result.score(), result.total(), result.percentage(), to);
        if (result.skipped() > 0) {
            to.put("skipped", result.skipped());
        }
        if (!result.comments().isEmpty()) {
            result.comments().forEach(to.putArray("comments")::add);
        }
    }

    private static void summarise(KpiSummary kpis, ObjectNode to) {
        points(kpis.score(), kpis.total(), kpis.percentage(), to);
        to.put("skipped", kpis.skipped());
        kpis.grade().map(Grade::name).ifPresent(grade -> to.put("grade", grade));
    }

    private static void points(
            int score, int total, Optional<BigDecimal> percentage, ObjectNode to) {
        to.put("score", score);
        to.put("total", total);
        if (percentage.isPresent()) {
            to.put("percentage", percentage.get());
        } else {
            to.putNull("percentage");
        }
    }
}
