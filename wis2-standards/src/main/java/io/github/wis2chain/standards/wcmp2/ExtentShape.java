package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.Locale;

/// What the schema says of `time` and of `additionalExtents`.
final class ExtentShape {

    private ExtentShape() {}

    static void time(JsonTree time, Dialect dialect, Faults faults) {
        if (time.isNull() || !faults.is(time, JsonKind.OBJECT)) {
            return;
        }
        boolean python = dialect.isTool();
        Values.form(time, "date", t -> TimeText.isDate(t, python), "a date YYYY-MM-DD", faults);
        Values.form(
                time,
                "timestamp",
                t -> TimeText.isTimestamp(t, python),
                "a time YYYY-MM-DDThh:mm:ssZ in UTC",
                faults);
        Values.form(
                time,
                "resolution",
                t -> TimeText.isDuration(t, python),
                "a duration of ISO 8601 such as P1D or PT6H",
                faults);
        faults.optional(time, "interval", JsonKind.ARRAY)
                .ifPresent(interval -> interval(interval, python, faults));
    }

    private static void interval(JsonTree interval, boolean python, Faults faults) {
        if (interval.size() != 2) {
            faults.add(
                    interval,
                    String.format(
                            Locale.ROOT,
                            "the interval has %d elements; begin and end are required",
                            interval.size()));
        }
        for (JsonTree end : interval.items()) {
            if (faults.is(end, JsonKind.STRING)
                    && !TimeText.isIntervalEnd(end.text().orElseThrow(), python)) {
                faults.add(
                        end,
                        "%s is no year, month, date, time in UTC or time of day; one of them or .."
                                        .formatted(Faults.quoted(end))
                                + " is required");
            }
        }
    }

    static void additional(JsonTree extents, Faults faults) {
        faults.optional(extents, "spatial", JsonKind.OBJECT)
                .ifPresent(spatial -> spatial(spatial, faults));
        faults.optional(extents, "temporal", JsonKind.OBJECT)
                .ifPresent(temporal -> {
                    faults.required(temporal, "trs", JsonKind.STRING);
                    faults.requiredMember(temporal, "interval", "an array");
                    faults.optional(temporal, "name", JsonKind.STRING);
                    intervals(temporal, true, faults);
                });
        faults.optional(extents, "vertical", JsonKind.OBJECT)
                .ifPresent(vertical -> {
                    faults.required(vertical, "vrs", JsonKind.STRING);
                    faults.requiredMember(vertical, "interval", "an array");
                    faults.optional(vertical, "name", JsonKind.STRING);
                    intervals(vertical, false, faults);
                });
        for (JsonTree custom : Values.objects(extents, "custom", 0, faults)) {
            faults.required(custom, "id", JsonKind.STRING);
            faults.required(custom, "reference", JsonKind.STRING);
            faults.requiredMember(custom, "interval", "an array");
            intervals(custom, false, faults);
        }
    }

    private static void spatial(JsonTree spatial, Faults faults) {
        faults.required(spatial, "crs", JsonKind.STRING);
        faults.optional(spatial, "name", JsonKind.STRING);
        faults.requiredMember(spatial, "bbox", "an array");
        for (JsonTree box : faults.items(spatial, "bbox", 1)) {
            if (!faults.is(box, JsonKind.ARRAY)) {
                continue;
            }
            if (box.size() != 4 && box.size() != 6) {
                faults.add(
                        box,
                        String.format(
                                Locale.ROOT,
                                "the box has %d numbers; 4 or 6 are required",
                                box.size()));
            }
            box.items().forEach(number -> faults.is(number, JsonKind.NUMBER));
        }
    }

    private static void intervals(JsonTree extent, boolean pairs, Faults faults) {
        for (JsonTree interval : faults.items(extent, "interval", 1)) {
            if (pairs && interval.isArray() && interval.size() != 2) {
                faults.add(
                        interval,
                        String.format(
                                Locale.ROOT,
                                "the interval has %d elements; begin and end are required",
                                interval.size()));
            }
            Values.stringsOrNulls(interval, pairs ? 0 : 1, faults);
        }
        faults.optional(extent, "values", JsonKind.ARRAY)
                .ifPresent(values -> Values.stringsOrNulls(values, 1, faults));
    }
}
