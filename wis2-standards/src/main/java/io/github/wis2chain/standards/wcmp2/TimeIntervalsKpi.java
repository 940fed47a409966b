package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.Optional;

/// The indicator `time_intervals`: from when to when, and how often.
///
/// The KPI document means `additionalExtents.temporal` as well, under another name and without points of its own; neither
/// the official tool nor this class counts it.
final class TimeIntervalsKpi {

    private TimeIntervalsKpi() {}

    static KpiResult score(JsonTree record, Profile profile) {
        var points = new Points("time_intervals");
        Optional<JsonTree> interval = record.at("/time/interval").filter(JsonTree::isArray);
        if (interval.isEmpty()) {
            return points.result();
        }
        String begin = interval.get().item(0).flatMap(JsonTree::text).orElse("");
        String end = interval.get().item(1).flatMap(JsonTree::text).orElse("");
        boolean beginsOpen = begin.equals(TimeText.OPEN);
        boolean endsOpen = end.equals(TimeText.OPEN);
        boolean ordered =
                switch (profile) {
                    case REFERENCE -> endsOpen || (!beginsOpen && begin.compareTo(end) <= 0);
                    case STRICT -> endsOpen || beginsOpen || begin.compareTo(end) < 0;
                };
        return points.add(ordered, "The interval does not begin before it ends.")
                .add(!beginsOpen || !endsOpen, "The interval is open at both ends.")
                .add(record.at("/time/resolution").isPresent(), "time has no resolution.")
                .result();
    }
}
