package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;

import java.util.List;

/// What WNM 1.3 says of the identifiers of data and dataset: `/req/core/data_id` and `/rec/core/metadata_id`.
final class IdentificationRules {

    private static final Requirement DATA_ID = Wnm.requirement("data_id");
    private static final Requirement METADATA_ID = Wnm.recommendation("metadata_id");

    /// Part A, and the schema's part: a string.
    static final Rule DATA_ID_SHAPE =
            Rule.of(
                    DATA_ID.parts("A"),
                    message -> {
                        var faults = new Faults();
                        message.object("properties")
                                .ifPresent(p -> faults.required(p, "data_id", JsonKind.STRING));
                        return faults.found();
                    });

    /// Part B: what is blank tells nothing apart.
    static final Rule DATA_ID_NOT_BLANK =
            Rule.of(
                    DATA_ID.parts("B"),
                    message ->
                            message.object("properties")
                                    .flatMap(properties -> properties.text("data_id"))
                                    .filter(String::isBlank)
                                    .map(_ ->
                                            List.of(
                                                    Fault.at(
                                                            "/properties/data_id",
                                                            "data_id is blank; a text that"
                                                                    + " identifies the data is"
                                                                    + " required")))
                                    .orElseGet(List::of));

    /// The identifier of a WCMP2 record is there. The 1.4 draft requires it.
    static final Rule METADATA_ID_GIVEN =
            Rule.advice(
                    METADATA_ID,
                    message ->
                            message.object("properties")
                                    .filter(properties -> !properties.has("metadata_id"))
                                    .map(properties ->
                                            List.of(
                                                    Fault.at(
                                                            properties.pointer("metadata_id"),
                                                            "metadata_id is absent; the identifier"
                                                                    + " of the discovery record"
                                                                    + " should be given")))
                                    .orElseGet(List::of));

    /// It has the form that WCMP2 gives to identifiers.
    static final Rule METADATA_ID_FORM =
            Rule.advice(
                    METADATA_ID,
                    message ->
                            message.object("properties")
                                    .flatMap(properties -> properties.text("metadata_id"))
                                    .filter(id -> MetadataId.centreIdOf(id).isEmpty())
                                    .map(id ->
                                            List.of(
                                                    Fault.at(
                                                            "/properties/metadata_id",
                                                            "found %s; the form urn:wmo:md:{centre-id}:{local identifier} is meant"
                                                                    .formatted(Faults.quoted(id)))))
                                    .orElseGet(List::of));

    private IdentificationRules() {}
}
