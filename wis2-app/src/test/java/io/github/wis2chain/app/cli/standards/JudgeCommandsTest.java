package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class JudgeCommandsTest {

    @TempDir private Path folder;

    private Path good;
    private Path bad;
    private Path record;

    @BeforeEach
    void write() throws IOException {
        good = Files.write(folder.resolve("1-good.json"), aNotification().asBytes());
        bad =
                Files.write(
                        folder.resolve("2-bad.json"),
                        aNotification().with("/type", "\"Fea\\u001bture\"").asBytes());
        record = Files.write(folder.resolve("3-record.json"), aRecord().asBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "validate, conforms",
        "ets, tests passed",
        "kpi, 'grade A, 1 not judged, conforms'"
    })
    void a_message_that_conforms_ends_with_0(String command, String verdict) {
        var result = type("message", command, good.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith(good + ": ").contains(verdict);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void a_fault_is_told_with_place_requirement_and_repair_and_obeyed_by_no_terminal() {
        var result = type("message", "validate", bad.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("does not conform, 1 fault")
                .contains("fault at /type: found [Fea\\u001bture]; Feature is required")
                .contains("write Feature instead (/req/core/validation")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "ets", "kpi"})
    void json_of_messages_is_as_documented_in_the_order_of_the_input(String command)
            throws IOException {
        Files.writeString(folder.resolve(".hidden"), "{}");
        Path below = Files.createDirectory(folder.resolve("4-below"));
        Files.write(below.resolve("no.json"), new byte[] {(byte) 0xff, 0, '{'});

        var result =
                new Typed()
                        .input("[1e400")
                        .run("message", command, "--json", "none.json", folder.toString(), "-");

        assertThat(result.code()).isEqualTo(3);
        new OurSchema("judged-document.json").describes(result.out());
        assertThat(lines(result).stream().map(line -> line.path("file").asString()))
                .containsExactly(
                        "none.json",
                        good.toString(),
                        bad.toString(),
                        record.toString(),
                        below.resolve("no.json").toString(),
                        "-");
        assertThat(lines(result).stream().map(line -> line.path("conforms").asBoolean()))
                .containsExactly(false, true, false, false, false, false);
        JsonNode first = lines(result).get(1);
        assertThat(first.path("profile").asString()).isEqualTo("strict");
        assertThat(first.path("ets").path("message_size").asString()).isEqualTo("PASSED");
        assertThat(first.path("kpi").path("metadata_id").path("score").asInt()).isEqualTo(1);
        assertThat(lines(result).getFirst().at("/findings/0/message").asString())
                .isEqualTo("the file cannot be read: no such file");
    }

    @Test
    void the_reference_profile_has_exactly_the_official_tests() {
        var message = type("message", "ets", "--profile", "reference", "--json", good.toString());
        var metadata =
                type("metadata", "ets", "--profile", "reference", "--json", record.toString());

        assertThat(lines(message).getFirst().path("ets").propertyNames())
                .containsExactly(
                        "conformance",
                        "data_id",
                        "geometry",
                        "id",
                        "links",
                        "message_size",
                        "temporal",
                        "validation",
                        "version");
        assertThat(lines(metadata).getFirst().path("ets").propertyNames())
                .contains("data_policy", "extent_geospatial", "identifier", "themes", "title");
    }

    @Test
    void what_only_the_official_tool_can_read_is_scored_in_its_profile() throws IOException {
        String doubled =
                new String(aNotification().asBytes(), StandardCharsets.UTF_8)
                        .replaceFirst("\\{", "{\"links\":1,");
        Path file = Files.writeString(folder.resolve("doubled.json"), doubled);

        var strict = type("message", "kpi", "--json", file.toString());
        var reference = type("message", "kpi", "--profile", "reference", "--json", file.toString());

        assertThat(strict.code()).isEqualTo(1);
        assertThat(lines(strict).getFirst().path("kpi").isEmpty()).isTrue();
        assertThat(reference.code()).isZero();
        assertThat(lines(reference).getFirst().path("kpi").isEmpty()).isFalse();
    }

    @Test
    void the_line_of_the_official_tool_can_be_chosen() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("m.json"),
                        aNotification().withText("/properties/note", "é".repeat(2000)).asBytes());

        var newest = asTool("0.13", file);
        var older = asTool("0.12", file);

        assertThat(newest.code()).isEqualTo(1);
        assertThat(newest.out()).contains("FAILED   message_size");
        assertThat(older.code()).isZero();
        assertThat(older.out()).doesNotContain("message_size");
    }

    @Test
    void a_record_beyond_our_bounds_is_undecided() throws IOException {
        Path file =
                Files.writeString(folder.resolve("many.json"), "[" + "1,".repeat(600_000) + "1]");

        for (String profile : List.of("strict", "reference")) {
            var result = type("metadata", "validate", "--profile", profile, file.toString());

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.out()).contains(": undecided: ", "at most 500000 are allowed");
        }
    }

    @Test
    void the_draft_of_1_4_can_be_judged_by() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("m.json"),
                        aNotification().without("/properties/metadata_id").asBytes());

        assertThat(type("message", "validate", file.toString()).code()).isZero();
        assertThat(type("message", "validate", "--edition", "1.4-draft", file.toString()).code())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "ets", "kpi"})
    void json_of_records_is_as_documented(String command) throws IOException {
        for (String profile : List.of("strict", "reference")) {
            var result =
                    type(
                            "metadata",
                            command,
                            "--profile",
                            profile,
                            "--json",
                            record.toString(),
                            good.toString(),
                            "none.json");

            new OurSchema("judged-document.json").describes(result.out());
            assertThat(result.code()).isEqualTo(3);
            assertThat(lines(result).getFirst().path("conforms").asBoolean()).isTrue();
            assertThat(lines(result).getFirst().at("/kpi_summary/total").asInt()).isPositive();
            assertThat(lines(result).get(1).path("conforms").asBoolean()).isFalse();
        }
    }

    @Test
    void words_of_our_field_are_spelt_right_but_to_the_official_tool() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("spelt.json"),
                        aRecord()
                                .withText(
                                        "/properties/description",
                                        "Metadata of a dataset of vertical profiles.")
                                .asBytes());
        String points = "/kpi/good_quality_description/score";

        var strict = lines(type("metadata", "kpi", "--json", file.toString())).getFirst();
        var reference =
                lines(type("metadata", "kpi", "--profile", "reference", "--json", file.toString()))
                        .getFirst();

        assertThat(strict.at(points).asInt()).isEqualTo(4);
        assertThat(reference.at(points).asInt()).isEqualTo(3);
        assertThat(reference.at("/kpi/good_quality_title/total").asInt()).isEqualTo(7);
    }

    @Test
    void a_record_that_is_no_object_has_no_points() throws IOException {
        Path file = Files.writeString(folder.resolve("array.json"), "[]");

        var result = type("metadata", "kpi", "--json", file.toString());

        new OurSchema("judged-document.json").describes(result.out());
        assertThat(result.code()).isEqualTo(1);
        assertThat(lines(result).getFirst().path("kpi").isEmpty()).isTrue();
        assertThat(lines(result).getFirst().has("kpi_summary")).isFalse();
    }

    @Test
    void people_get_the_sum_of_several_files() {
        var result = type("message", "validate", good.toString(), bad.toString(), "none.json");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("none.json: undecided: the file cannot be read: no such file")
                .endsWith("3 files: 1 conforms, 1 does not conform, 1 undecided.\n");
    }

    @Test
    void people_get_tests_and_points_in_columns() {
        assertThat(type("message", "ets", bad.toString()).out())
                .contains("  FAILED   validation\n", "  PASSED   links\n", "fault at /type");
        assertThat(type("metadata", "kpi", record.toString()).out())
                .contains(
                        "  contacts ", "graphic_overview_for_metadata_records", "  time_intervals")
                .contains("not judged");
    }

    @Test
    void a_folder_without_files_decides_nothing() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        var result = type("message", "validate", empty.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("there is no file in " + empty);
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(type("message").code()).isEqualTo(2);
        assertThat(type("message", "validate").code()).isEqualTo(2);
        assertThat(type("message", "validate", "--profile", "x", "a").err())
                .contains("[x] must be strict or reference");
        assertThat(type("metadata", "validate", "--edition", "1.3", "a").code()).isEqualTo(2);
        assertThat(type("message", "ets", "--edition", "1.2", "a").code()).isEqualTo(2);
    }

    private static Typed.Result asTool(String line, Path file) {
        return type("message", "ets", "--profile", "reference", "--tool", line, file.toString());
    }

    private static Typed.Result type(String... arguments) {
        return new Typed().run(arguments);
    }

    private static List<JsonNode> lines(Typed.Result result) {
        var json = new JsonMapper();
        return result.out().lines().map(json::readTree).toList();
    }
}
