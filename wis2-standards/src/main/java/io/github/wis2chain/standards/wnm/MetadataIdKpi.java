package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;

/// The one indicator of the WNM KPI document: one point for a `metadata_id`, one for its being in the catalogue.
///
/// The indicator left the standard with release 1.2.0; the official tools keep it.
final class MetadataIdKpi {

    private static final String NAME = "metadata_id";

    private MetadataIdKpi() {}

    static KpiResult score(JsonTree message, Optional<DiscoveryCatalogue> catalogue) {
        Optional<JsonTree> given = message.at("/properties/metadata_id");
        if (given.isEmpty()) {
            return new KpiResult(
                    NAME, 0, 2, 0, List.of("/properties/metadata_id is absent; give one."));
        }
        String id = given.get().text().orElseGet(() -> given.get().toString());
        return switch (catalogue.map(c -> c.lookUp(id)).orElse(null)) {
            case FOUND -> new KpiResult(NAME, 2, 2, 0, List.of());
            case ABSENT ->
                    new KpiResult(
                            NAME,
                            1,
                            2,
                            0,
                            List.of("The discovery catalogue has no record %s.".formatted(id)));
            case UNREACHABLE -> skipped("The discovery catalogue could not be asked for %s.", id);
            case null -> skipped("No discovery catalogue was given to ask for %s.", id);
        };
    }

    private static KpiResult skipped(String comment, String id) {
        return new KpiResult(NAME, 1, 1, 1, List.of(comment.formatted(id)));
    }
}
