package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;

import java.util.Optional;

/// What the indicators say of a record, and what they ask meanwhile.
final class Kpis {

    static final LinkProbe HEALTHY =
            _ -> new LinkProbe.Answer.Served(true, Optional.of("text/html"));
    static final LinkProbe DEAD = _ -> LinkProbe.Answer.INACCESSIBLE;
    static final WordList EVERY_WORD = _ -> true;

    private Kpis() {}

    static KpiPorts ports(LinkProbe links, WordList words) {
        return new KpiPorts(Optional.of(links), Optional.of(words));
    }

    static KpiSummary kpis(TestRecord record, Profile profile, KpiPorts ports) {
        return Wcmp2.kpis(record.asJson(), profile, ports);
    }

    static int score(TestRecord record, Profile profile, String name) {
        return kpi(kpis(record, profile, KpiPorts.NONE), name).score();
    }

    static KpiResult kpi(KpiSummary summary, String name) {
        return summary.kpi(name).orElseThrow();
    }
}
