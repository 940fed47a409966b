package io.github.wis2chain.adapters.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.Edition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class OfficialSchemaTest {

    private static final Requirement VALIDATION =
            new Requirement("http://example.org/spec", "/req/core/validation");

    /// As the schema of WCMP2 has it: the path leads over a reference, where there is nothing.
    private static final String OVER_A_REFERENCE =
            """
            "links": {"type": "array", "items": {"$ref": "#/definitions/Link"}},
            "samples": {"type": "array", "items": {"$ref": "#/properties/links/items/properties/pages/items"}}
            """;

    /// As the schema of WME has it: below an identifier of its own, local references lead from there.
    private static final String BELOW_AN_IDENTIFIER =
            """
            "links": {"type": "array", "items": {"$id": "https://example.org/link.yaml", "type": "object",
             "required": ["href"], "properties": {
              "length": {"$ref": "#/properties/count"}, "count": {"type": "integer"},
              "security": {"oneOf": [{"$ref": "#/definitions/Link"}]}}}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {OVER_A_REFERENCE, BELOW_AN_IDENTIFIER, "\"links\": {\"$ref\": \"#no\"}"})
    void what_a_reference_to_nowhere_judges_is_not_judged(String properties) throws BundleFault {
        OfficialSchema schema = schema(properties);

        assertThat(judged(schema, "{\"id\": \"a\", \"samples\": [{\"x\": 1}, 2]}")).isEmpty();
        assertThat(
                        judged(
                                schema,
                                "{\"id\": \"a\", \"links\": [{\"href\": \"b\", \"security\":"
                                        + " {}}]}"))
                .isEmpty();
        assertThat(judged(schema, "{\"id\": 1}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/id"));
    }

    @Test
    void all_that_references_lead_to_is_judged() throws BundleFault {
        assertThat(
                        judged(
                                schema(OVER_A_REFERENCE),
                                "{\"id\": \"a\", \"links\": [{\"href\": 1}, {}]}"))
                .hasSize(2);
        assertThat(
                        judged(
                                schema(BELOW_AN_IDENTIFIER),
                                "{\"id\": \"a\", \"links\": [{\"href\": 1, \"length\": \"b\"}]}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/links/0/length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"links\": {\"$ref\": \"http://127.0.0.1:9/link.json\"}",
                "\"links\": {\"items\": {\"$ref\": \"link.json#/a\"}}",
                "\"links\": {\"pattern\": \"(\"}"
            })
    void a_schema_that_does_not_stand_alone_or_is_none_is_refused(String properties) {
        assertThatExceptionOfType(BundleFault.class)
                .isThrownBy(() -> schema(properties))
                .withMessageContaining("cannot be used as a schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\": {\"const\": \"v04\"}} | 1.3",
                "{\"properties\": {\"required\": [\"pubtime\", \"metadata_id\"]}} | 1.4-draft",
                "{\"version\": true, \"properties\": {\"required\": [\"metadata_id\"]}} |"
                        + " 1.4-draft",
                "{} | none"
            })
    void the_edition_of_a_schema_of_notifications_is_found_by_what_it_demands(
            String properties, String edition) throws BundleFault {
        OfficialSchema schema =
                of(BundleSource.WNM, "\"required\": [\"id\"], \"properties\": " + properties);

        assertThat(schema.edition().orElse("none")).isEqualTo(edition);
        assertThat(schema.misfit(Edition.RELEASE_1_3).isEmpty()).isEqualTo(edition.equals("1.3"));
        assertThat(schema.misfit(Edition.DRAFT_1_4).isEmpty())
                .isEqualTo(edition.equals("1.4-draft"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://schemas.example.org/wcmp/2.1.0/schemas/wcmp2-bundled.json, 2.1, true",
        "https://schemas.example.org/wcmp/2.3.0/schemas/wcmp2-bundled.json, 2.3, true",
        "https://schemas.example.org/wcmp/2.3.7/schemas/wcmp2-bundled.json, 2.3, true",
        "https://schemas.example.org/wcmp/2.4.0/schemas/wcmp2-bundled.json, 2.4, false",
        "https://schemas.example.org/wcmp/2.10.0/schemas/wcmp2-bundled.json, 2.10, false",
        "https://schemas.example.org/wcmp/3.0.0/schemas/wcmp2-bundled.json, 3.0, false",
        "https://schemas.example.org/records.json, none, true"
    })
    void a_schema_of_records_of_a_later_release_is_not_applied(
            String id, String release, boolean applied) throws BundleFault {
        OfficialSchema schema =
                of(BundleSource.WCMP2, "\"$id\": \"%s\", \"required\": [\"id\"]".formatted(id));

        assertThat(schema.edition().orElse("none")).isEqualTo(release);
        assertThat(schema.misfitOfRecords().isEmpty()).isEqualTo(applied);
    }

    private static OfficialSchema schema(String properties) throws BundleFault {
        return of(
                BundleSource.WCMP2,
                """
                "type": "object", "required": ["id"],
                "properties": {"id": {"type": "string"}, %s},
                "definitions": {"Link": {"type": "object", "required": ["href"],
                 "properties": {"href": {"type": "string"}}}}
                """
                        .formatted(properties));
    }

    private static OfficialSchema of(String file, String members) throws BundleFault {
        String text =
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", %s}"
                        .formatted(members);
        return OfficialSchema.of(file, file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Finding> judged(OfficialSchema schema, String document) {
        JsonTree root =
                JsonReader.standard()
                        .read(document.getBytes(StandardCharsets.UTF_8))
                        .document()
                        .orElseThrow();
        return schema.judge(root, VALIDATION, true);
    }
}
