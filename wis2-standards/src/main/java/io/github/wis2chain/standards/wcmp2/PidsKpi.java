package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Set;

/// The indicator `persistent_identifiers`: how to cite.
///
/// The tool asks nothing of a record without `externalIds`, yet gives it the point for a citation.
final class PidsKpi {

    private static final Set<String> TOOL_SCHEMES = Set.of("doi", "ark", "hdl");
    private static final Set<String> DOCUMENT_SCHEMES =
            Set.of("https://doi.org", "https://arks.org", "https://handle.net");

    private PidsKpi() {}

    static KpiResult score(JsonTree record, Profile profile) {
        var points = new Points("persistent_identifiers");
        boolean cited = !LinkRules.withRelation(record, "cite-as").isEmpty();
        boolean given = record.at("/properties/externalIds").isPresent();
        if (!given && profile == Profile.REFERENCE) {
            return points.adjust(cited ? 1 : 0).result();
        }
        Set<String> schemes = profile == Profile.REFERENCE ? TOOL_SCHEMES : DOCUMENT_SCHEMES;
        List<JsonTree> ids = record.each("/properties/externalIds").toList();
        boolean known =
                ids.stream()
                        .anyMatch(id -> id.text("scheme").filter(schemes::contains).isPresent());
        return points.add(given, "externalIds is absent.")
                .add(
                        known,
                        "No external identifier has one of the schemes %s."
                                .formatted(String.join(", ", schemes.stream().sorted().toList())))
                .add(cited, "No link has rel cite-as.")
                .result();
    }
}
