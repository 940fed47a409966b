package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;

/// What the schema says of one link and of one link template.
final class LinkShape {

    private LinkShape() {}

    static void link(JsonTree link, Dialect dialect, Faults faults) {
        faults.required(link, "href", JsonKind.STRING);
        faults.optional(
                link, List.of("rel", "type", "hreflang", "title", "channel"), JsonKind.STRING);
        Values.integer(link, "length", faults);
        faults.optional(link, "security", JsonKind.OBJECT)
                .ifPresent(security -> SecurityShape.judge(security, dialect, faults));
        faults.optional(link, "distribution", JsonKind.OBJECT)
                .ifPresent(distribution ->
                        Values.objects(distribution, "availableFormats", 0, faults)
                                .forEach(format -> format(format, dialect, faults)));
    }

    private static void format(JsonTree format, Dialect dialect, Faults faults) {
        faults.optional(
                format,
                // The schema writes the number of files so.
                List.of(
                        "name",
                        "description",
                        "numberOFiles",
                        "typicalFilesize",
                        "typicalFilename"),
                JsonKind.STRING);
        for (JsonTree page : Values.objects(format, "documentation", 0, faults)) {
            faults.required(page, "href", JsonKind.STRING);
            faults.required(page, "rel", JsonKind.STRING);
            faults.optional(page, List.of("type", "hreflang", "title"), JsonKind.STRING);
            Values.integer(page, "length", faults);
        }
        if (dialect.isTool()) {
            format.array("samples")
                    .filter(samples -> samples.size() > 0)
                    .ifPresent(samples ->
                            faults.add(
                                    samples,
                                    "the official validator aborts at an array of samples; one"
                                            + " object is required"));
        }
    }

    static void template(JsonTree template, Dialect dialect, Faults faults) {
        faults.required(template, "uriTemplate", JsonKind.STRING);
        faults.optional(template, List.of("rel", "type", "hreflang", "title"), JsonKind.STRING);
        ContactShape.describe(template, dialect, faults);
        Values.uriReference(template, "varBase", dialect, faults);
        faults.optional(template, "variables", JsonKind.OBJECT);
    }
}
