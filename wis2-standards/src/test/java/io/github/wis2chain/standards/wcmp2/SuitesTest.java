package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aGlobalService;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of verdicts: one change to a sound record in each line, with the verdict of the text and that of pywcmp
/// 0.14.4 as recorded in its documentation of behaviour. Where the two differ, the line says why.
class SuitesTest {

    private static final String TABLE = "/wcmp2/verdicts.tsv";

    @Test
    void a_sound_record_has_no_findings_in_either_profile() {
        byte[] record = aRecord().asBytes();

        assertThat(Wcmp2.validate(record, Profile.STRICT)).hasNoFindings();
        assertThat(Wcmp2.validate(record, Profile.REFERENCE)).hasNoFindings();
        assertThat(Wcmp2.validate(record, Profile.STRICT)).hasTests(Verdict.FAILED);
        assertThat(Wcmp2.validate(record, Profile.REFERENCE).tests()).hasSize(13);
    }

    @Test
    void a_sound_global_service_conforms_in_both_profiles() {
        assertThat(Wcmp2.validate(aGlobalService().asJson(), Profile.STRICT)).hasNoFindings();
        assertThat(Wcmp2.validate(aGlobalService().asJson(), Profile.REFERENCE)).conforms();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = TABLE,
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0000',
            maxCharsPerColumn = 10_000)
    void a_changed_record_has_the_verdicts_of_the_table(
            String pointer, String value, String strict, String reference, String why) {
        TestRecord record = changed(pointer, value);

        assertThat(outcome(record, Profile.STRICT)).as("strict").isEqualTo(strict);
        assertThat(outcome(record, Profile.REFERENCE)).as("reference").isEqualTo(reference);
        boolean differ = strict.equals("PASSED") != reference.equals("PASSED");
        if (differ) {
            assertThat(why).as("the reason of the difference").isNotBlank();
        }
    }

    @Test
    void every_requirement_that_can_fail_fails_in_the_table() throws Exception {
        List<String> lines;
        try (var table = SuitesTest.class.getResourceAsStream(TABLE)) {
            lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        Set<String> failed = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            failed.addAll(List.of(line.split("\t", -1)[2].split(" ", -1)));
        }
        assertThat(failed)
                .containsAll(
                        Set.of(
                                "PASSED",
                                "validation",
                                "identifier",
                                "conformance",
                                "type",
                                "title",
                                "description",
                                "themes",
                                "extent_geospatial",
                                "extent_temporal",
                                "contacts",
                                "record_creation_date",
                                "data_policy",
                                "links"));
    }

    @Test
    void a_global_service_without_a_discipline_or_its_kind_fails_strictly() {
        String requirement = "/req/core/themes_wis2_global_service";

        assertThat(strict(aGlobalService().without("/properties/themes/0/concepts/3")))
                .fails(requirement, "/properties/themes");
        assertThat(strict(aGlobalService().without("/properties/themes/1")))
                .fails(requirement, "/properties/themes");
        assertThat(strict(aGlobalService().withText("/properties/themes/1/concepts/0/id", "hub")))
                .fails(requirement, "/properties/themes/1/concepts/0/id");
    }

    @Test
    void what_the_catalogues_drop_beyond_the_text_is_advice() {
        assertThat(strict(aRecord().without("/properties/contacts/0/roles")))
                .warns("/req/core/contacts", "/properties/contacts/0/roles");
        assertThat(
                        strict(
                                aRecord()
                                        .with(
                                                "/links/1/distribution/availableFormats/0/samples",
                                                "[{\"href\":\"https://example.org/s\"}]")))
                .warns(
                        "/rec/core/distribution",
                        "/links/1/distribution/availableFormats/0/samples");
    }

    @Test
    void what_the_text_defines_and_the_schema_does_not_know_is_advice() {
        String format = "/links/1/distribution/availableFormats/0/";

        assertThat(strict(aRecord().withText("/properties/status", "operational")))
                .warns("/rec/core/status", "/properties/status");
        assertThat(strict(aRecord().with("/properties/status", "{\"title\":\"In use\"}")))
                .warns("/rec/core/status", "/properties/status/id");
        assertThat(strict(aRecord().with("/properties/status", "{\"id\":\"a\",\"url\":1}")))
                .warns("/rec/core/status", "/properties/status/url");
        assertThat(strict(aRecord().with("/links/0/filters", "[\"wigos_station_identifier\"]")))
                .warns("/rec/core/client_side_filters", "/links/0/filters");
        assertThat(strict(aRecord().with("/links/0/filters", "{\"gts\":\"string\"}")))
                .warns("/rec/core/client_side_filters", "/links/0/filters/gts");
        assertThat(strict(aRecord().with(format + "numberOfFiles", "24")))
                .warns("/rec/core/distribution", format + "numberOfFiles");
        assertThat(strict(aRecord().withText(format + "numberOFiles", "24 a day")))
                .warns("/rec/core/distribution", format + "numberOFiles");
    }

    @Test
    void what_the_text_defines_may_be_said() {
        String format = "/links/1/distribution/availableFormats/0/";

        assertThat(
                        strict(
                                aRecord()
                                        .with(
                                                "/properties/status",
                                                "{\"id\":\"operational\",\"title\":\"In use\"}")
                                        .with(
                                                "/links/0/filters",
                                                "{\"gts\":{\"type\":\"object\"},\"producer\":true}")
                                        .withText(format + "numberOfFiles", "24 a day")
                                        .withText(format + "numberOFiles", "24 a day")))
                .hasNoFindings();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void a_record_with_a_long_coastline_is_judged(Profile profile) {
        var ring = new StringBuilder("[[");
        for (int i = 0; i < 80_000; i++) {
            double angle = 2 * Math.PI * i / 80_000;
            ring.append("[%.9f,%.9f],".formatted(20 * Math.cos(angle), 20 * Math.sin(angle)));
        }
        ring.append("[%.9f,%.9f]]]".formatted(20.0, 0.0));
        byte[] record = aRecord().with("/geometry/coordinates", ring.toString()).asBytes();

        Report report = Wcmp2.validate(record, profile);

        assertThat(record).hasSizeGreaterThan(1024 * 1024);
        assertThat(report).hasNoFindings();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void a_record_beyond_our_bounds_is_undecided(Profile profile) {
        String many = "[" + "1,".repeat(JsonLimits.RECORDS.structure().maxValues()) + "1]";
        byte[] record = "{\"id\":%s}".formatted(many).getBytes(StandardCharsets.UTF_8);

        Report report = Wcmp2.validate(record, profile);

        assertThat(report.isDecided()).isFalse();
        assertThat(report.findings(Verdict.FAILED)).isEmpty();
        assertThat(report.findings(Verdict.SKIPPED)).hasSize(1);
    }

    @Test
    void certain_repairs_are_suggested() {
        assertThat(strict(aRecord().withText("/links/1/rel", "Data")))
                .fails("/req/core/links", "/links/1/rel")
                .suggests("data");
        assertThat(strict(aRecord().withText("/properties/type", "Dataset"))).suggests("dataset");
        assertThat(
                        strict(
                                aRecord()
                                        .withText(
                                                "/properties/contacts/0/addresses/0/country",
                                                "France")))
                .warns("/rec/core/contacts", "/properties/contacts/0/addresses/0/country")
                .suggests("FRA");
        String orderly =
                "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";
        assertThat(
                        strict(
                                aRecord()
                                        .withText(
                                                "/links/0/channel",
                                                orderly.replace("data/core", "core/data"))))
                .suggests(orderly);
    }

    @Test
    void what_is_no_json_is_one_finding() {
        byte[] noJson = "{\"id\":".getBytes(StandardCharsets.UTF_8);

        for (Profile profile : Profile.values()) {
            assertThat(Wcmp2.validate(noJson, profile)).fails("/req/core/validation", "");
        }
    }

    @Test
    void what_is_no_object_fails() {
        byte[] array = "[]".getBytes(StandardCharsets.UTF_8);

        assertThat(Wcmp2.validate(array, Profile.STRICT)).fails("/req/core/validation", "");
        assertThat(Wcmp2.validate(array, Profile.REFERENCE).conforms()).isFalse();
        assertThat(Wcmp2.validate(array, Profile.REFERENCE).tests())
                .containsEntry("extent_temporal", Verdict.FAILED);
    }

    private static Report strict(TestRecord record) {
        return Wcmp2.validate(record.asBytes(), Profile.STRICT);
    }

    private static TestRecord changed(String pointer, String value) {
        TestRecord record = aRecord();
        return value.equals("-") ? record.without(pointer) : record.with(pointer, value);
    }

    /// PASSED, or the last words of the requirements that failed, in alphabetical order.
    private static String outcome(TestRecord record, Profile profile) {
        Report report = Wcmp2.validate(record.asBytes(), profile);
        if (report.conforms()) {
            return "PASSED";
        }
        return report.findings(Verdict.FAILED).stream()
                .map(Finding::requirement)
                .map(requirement -> requirement.test())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
