package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.app.cli.standards.Desk.SCHEMA;
import static io.github.wis2chain.app.cli.standards.Desk.TABLE;
import static io.github.wis2chain.app.cli.standards.Desk.utf8;
import static io.github.wis2chain.app.cli.standards.Desk.zip;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Official files are fetched whole or not at all, and used as they were fetched.
class BundleCommandsTest {

    @AutoClose private final Desk desk = new Desk();

    @Test
    void without_official_files_the_rules_inside_are_told() throws IOException {
        var people = desk.bundle("show");
        var json = desk.bundle("show", "--json");

        assertThat(people.code()).isZero();
        assertThat(people.out())
                .contains("WNM          1.3, 1.4-draft; reference: pywis-pubsub")
                .contains("No official files; wis2 bundle sync fetches them.");
        new OurSchema("bundle.json").describes(json.out());
    }

    @Test
    void what_was_fetched_is_told_with_checksums_and_judged_by() throws IOException {
        Path notification = Files.write(desk.file("n.json"), aNotification().asBytes());
        Path record = Files.write(desk.file("r.json"), aRecord().asBytes());

        var synced = desk.sync(Map.of(), "--json");
        var shown = desk.bundle("show", "--json");

        assertThat(synced.code()).as(synced.err()).isZero();
        assertThat(shown.out()).isEqualTo(synced.out());
        new OurSchema("bundle.json").describes(shown.out());
        assertThat(desk.judge("message", "validate", notification).out())
                .contains("the official schema says:", "official");
        assertThat(desk.judge("message", "ets", notification).out())
                .contains("FAILED   validation");
        assertThat(desk.judge("metadata", "validate", record).out())
                .contains("the official schema says:");
        assertThat(desk.judge("message", "validate", desk.official(aNotification())).code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "wnm.json, page, 1, is no JSON Schema",
        "wnm.json, cut, 1, is no JSON Schema",
        "wnm.json, everything, 1, demands nothing",
        "wnm.json, elsewhere, 1, cannot be used as a schema",
        "wnm.json, table, 1, is no JSON Schema",
        "centre-id.csv, page, 1, is no table",
        "centre-id.csv, binary, 1, is no UTF-8 text",
        "wth.zip, page, 1, is no whole archive",
        "wth.zip, cutzip, 1, is no whole archive",
        "wth.zip, readme, 1, holds no table",
        "wth.zip, missing, 3, answered 404",
        "wth.zip, broken, 3, broke off",
        "wth.zip, huge, 3, at most 1000000 bytes are downloaded",
        "wth.zip, empty, 1, is empty"
    })
    void one_wrong_file_changes_nothing(String file, String answer, int code, String reason)
            throws IOException {
        byte[] archive = zip("list.csv", TABLE);
        desk.server()
                .put("/page", utf8("<html>,\n<p>Sign in</p>\n"))
                .put("/cut", Arrays.copyOf(utf8(SCHEMA), 60))
                .put(
                        "/everything",
                        utf8("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}"))
                .put(
                        "/elsewhere",
                        utf8(
                                SCHEMA.replace(
                                        "\"type\":\"object\"",
                                        "\"$ref\":\"http://127.0.0.1:9/s.json\"")))
                .put("/binary", new byte[] {(byte) 0xff, ',', '\n', 'a', '\n'})
                .put("/cutzip", Arrays.copyOf(archive, archive.length - 10))
                .put("/readme", zip("README.md", "text"))
                .put("/broken", 200, archive, 1000)
                .put("/huge", new byte[1_100_000])
                .put("/empty", new byte[0]);
        String before = desk.sync(Map.of(), "--json").out();
        List<Path> files = desk.filesOfBundle();

        var result = desk.sync(Map.of(file, answer), "--max-size", "1000000");

        assertThat(result.err()).contains("Nothing was changed", reason);
        assertThat(result.code()).isEqualTo(code);
        assertThat(desk.bundle("show", "--json").out()).isEqualTo(before);
        assertThat(desk.filesOfBundle()).isEqualTo(files);
    }

    @Test
    void without_a_network_nothing_changes_and_the_files_are_still_judged_by() throws IOException {
        desk.sync(Map.of());
        desk.server().close();

        var result = desk.sync(Map.of());

        assertThat(result.code()).isEqualTo(3);
        assertThat(desk.judge("message", "validate", desk.official(aNotification())).code())
                .isZero();
    }

    @Test
    void a_sync_that_was_interrupted_leaves_the_files_before_it() throws IOException {
        String before = desk.sync(Map.of(), "--json").out();
        Path bundle = desk.file("data/bundle");
        Path half = Files.createDirectory(bundle.resolve("set-half"));
        Files.writeString(half.resolve("wnm.json"), "{");
        Files.writeString(bundle.resolve("current.new"), "set-");

        assertThat(desk.bundle("show", "--json").out()).isEqualTo(before);
        desk.sync(Map.of());
        assertThat(half).doesNotExist();
    }

    @Test
    void a_file_that_was_changed_is_not_used() throws IOException {
        desk.sync(Map.of());
        Path schema =
                desk.filesOfBundle().stream()
                        .filter(file -> file.endsWith("wnm.json"))
                        .findFirst()
                        .orElseThrow();
        Files.writeString(schema, SCHEMA + " ");

        var shown = desk.bundle("show");
        var judged = desk.judge("message", "validate", desk.official(aNotification()));

        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.err()).contains("was changed since it was fetched");
        assertThat(judged.code()).isEqualTo(3);
    }

    @Test
    void a_bundle_that_points_out_of_its_folder_is_not_read() throws IOException {
        desk.sync(Map.of());
        Files.writeString(desk.file("data/bundle/current"), "set-x/../../../elsewhere");

        assertThat(desk.bundle("show").err()).contains("is no bundle any more");
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(new Typed().run("bundle").code()).isEqualTo(2);
        assertThat(desk.bundle("sync", "--source", "other.json=http://a").code()).isEqualTo(2);
    }
}
