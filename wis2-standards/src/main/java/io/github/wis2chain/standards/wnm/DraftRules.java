package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the draft of WNM 1.4 says otherwise than release 1.3.
final class DraftRules {

    private static final Requirement INTEGRITY = Wnm.requirement("integrity");
    private static final Requirement METADATA_ID = Wnm.requirement("metadata_id");
    private static final Requirement LINK_TYPES = Wnm.recommendation("links").parts("DEF");

    /// Names of media types from before their registration.
    private static final Map<String, String> REGISTERED =
            Map.of(
                    "application/x-bufr", "application/bufr",
                    "application/x-grib", "application/grib",
                    "application/x-grib2", "application/grib");

    /// The schema's part: there is no choice but `conformsTo`.
    static final Rule CONFORMANCE =
            Rule.of(Wnm.requirement("conformance"), ConformanceRules::conformsTo);

    /// The schema's part: `metadata_id` is there.
    static final Rule METADATA_ID_REQUIRED =
            Rule.of(
                    METADATA_ID,
                    message -> {
                        var faults = new Faults();
                        message.object("properties")
                                .ifPresent(properties ->
                                        faults.requiredMember(
                                                properties,
                                                "metadata_id",
                                                "the identifier of the discovery record"));
                        return faults.found();
                    });

    /// The members of `integrity`, which may still be absent.
    static final Rule INTEGRITY_SHAPE = Rule.of(INTEGRITY, IntegrityRules.SHAPE.check());

    /// The digest in base64.
    static final Rule DIGEST = Rule.of(INTEGRITY, IntegrityRules.DIGEST.check());

    /// The identifier of the data begins with that of their dataset.
    static final Rule DATA_ID_IN_DATASET =
            Rule.advice(
                    Wnm.recommendation("data_id"),
                    message ->
                            message.object("properties")
                                    .flatMap(DraftRules::outsideDataset)
                                    .map(List::of)
                                    .orElseGet(List::of));

    /// Links to data tell a media type that IANA knows and that says something.
    static final Rule MEDIA_TYPES =
            Rule.advice(
                    LINK_TYPES,
                    message ->
                            LinksRules.toData(message).stream()
                                    .flatMap(link -> mediaType(link).stream())
                                    .toList());

    private DraftRules() {}

    private static Optional<Fault> outsideDataset(JsonTree properties) {
        Optional<String> dataset = properties.text("metadata_id");
        return properties
                .text("data_id")
                .filter(id -> dataset.isPresent() && !id.startsWith(dataset.get()))
                .map(id ->
                        Fault.at(
                                properties.pointer("data_id"),
                                "found %s; it should begin with the metadata_id"
                                        .formatted(Faults.quoted(id))));
    }

    private static Optional<Fault> mediaType(JsonTree link) {
        if (!link.has("type")) {
            return Optional.of(
                    Fault.at(
                            link.pointer("type"),
                            "type is absent; the media type of the data should be given"));
        }
        String type = link.text("type").orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("application/octet-stream")) {
            return Optional.of(
                    Fault.at(
                            link.pointer("type"),
                            "found %s; a media type that tells the format should be given"
                                    .formatted(Faults.quoted(type))));
        }
        return Optional.ofNullable(REGISTERED.get(type))
                .map(registered ->
                        Fault.at(
                                        link.pointer("type"),
                                        "found %s; the name that is registered with IANA should be given"
                                                .formatted(Faults.quoted(type)))
                                .fixedBy(registered));
    }
}
