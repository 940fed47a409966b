package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.standards.wnm.TestNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class BundleCommandsTest {

    private static final String SCHEMA =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
             "required":["id","official"],
             "properties":{"version":{"const":"v04"},"id":{"type":"string","format":"uuid"},"most":{"type":"integer","maximum":10},
              "time":{"type":"string","format":"date-time"}}}
            """;

    private static final String TABLE = "Name,Description\ndata,Data\n";

    @TempDir private Path folder;

    private DataServer server;

    @BeforeEach
    void start() throws IOException {
        server = new DataServer();
        server.put("/schema", utf8(SCHEMA))
                .put("/table", utf8(TABLE))
                .put("/zip", zip("a/list.csv", TABLE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void without_official_files_the_rules_inside_are_told() throws IOException {
        var people = bundle("show");
        var json = bundle("show", "--json");

        assertThat(people.code()).isZero();
        assertThat(people.out())
                .contains("WNM          1.3, 1.4-draft; reference: pywis-pubsub")
                .contains("No official files; wis2 bundle sync fetches them.");
        new OurSchema("bundle.json").describes(json.out());
    }

    @Test
    void what_was_fetched_is_told_with_checksums_and_judged_by() throws IOException {
        Path notification = Files.write(folder.resolve("n.json"), aNotification().asBytes());
        Path record = Files.write(folder.resolve("r.json"), aRecord().asBytes());

        var synced = sync(Map.of(), "--json");
        var shown = bundle("show", "--json");

        assertThat(synced.code()).as(synced.err()).isZero();
        assertThat(shown.out()).isEqualTo(synced.out());
        new OurSchema("bundle.json").describes(shown.out());
        assertThat(judge("message", "validate", notification).out())
                .contains("the official schema says:", "official");
        assertThat(judge("message", "ets", notification).out()).contains("FAILED   validation");
        assertThat(judge("metadata", "validate", record).out())
                .contains("the official schema says:");
        assertThat(judge("message", "validate", official(aNotification())).code()).isZero();
    }

    @Test
    void a_schema_of_another_edition_is_told_and_not_applied() throws IOException {
        server.put(
                "/draft",
                utf8(
                        """
                        {"$schema":"https://json-schema.org/draft/2020-12/schema","required":["id","official"],
                         "properties":{"properties":{"required":["metadata_id"]}}}
                        """));
        Path notification = Files.write(folder.resolve("n.json"), aNotification().asBytes());

        var synced = sync(Map.of("wnm.json", "draft"));
        var judged = judge("message", "validate", notification);
        var draft =
                new Typed()
                        .run(
                                "message",
                                "validate",
                                "--edition",
                                "1.4-draft",
                                "--data-dir",
                                folder.resolve("data").toString(),
                                notification.toString());

        assertThat(synced.out()).contains(", edition 1.4-draft");
        new OurSchema("bundle.json").describes(bundle("show", "--json").out());
        assertThat(bundle("show", "--json").out()).contains("\"edition\":\"1.4-draft\"");
        assertThat(judged.code()).as(judged.out()).isZero();
        assertThat(judged.out())
                .contains(
                        "not judged: the official schema is of WNM 1.4-draft and not applied,"
                                + " because WNM 1.3 is judged by");
        assertThat(draft.out()).contains("the official schema says:");

        sync(Map.of());
        assertThat(bundle("show").out()).contains(", edition 1.3");
    }

    @Test
    void a_record_at_which_the_official_validator_aborts_is_judged_by_all_else()
            throws IOException {
        server.put(
                "/dangling",
                utf8(
                        """
                        {"$schema":"https://json-schema.org/draft/2020-12/schema","required":["id","official"],
                         "properties":{"links":{"items":{"properties":{"distribution":{"properties":{"availableFormats":
                          {"items":{"properties":{"samples":{"items":{"$ref":"#/definitions/Nothing"}}}}}}}}}}}}
                        """));
        Path record =
                Files.write(
                        folder.resolve("r.json"),
                        aRecord()
                                .with(
                                        "/links/1/distribution/availableFormats/0/samples",
                                        "[{\"href\":\"https://data.example.org/s\"}]")
                                .asBytes());

        var synced = sync(Map.of("wcmp2.json", "dangling"));
        var judged = judge("metadata", "validate", record);

        assertThat(synced.code()).as(synced.err()).isZero();
        assertThat(judged.code()).isEqualTo(1);
        assertThat(judged.out())
                .contains("the official schema says:", "official")
                .contains("warning at /links/1/distribution/availableFormats/0/samples");
    }

    @Test
    void centres_of_the_list_that_was_fetched_are_known_in_records() throws IOException {
        String record =
                new String(aRecord().asBytes(), StandardCharsets.UTF_8)
                        .replace("fr-ifremer-argo", "fr-newcomer");
        Path file = Files.writeString(folder.resolve("new.json"), record);
        String refusal = "the centre [fr-newcomer] is not registered";

        assertThat(judge("metadata", "validate", file).out()).contains(refusal);

        server.put("/centres", utf8("Name,Description\nfr-newcomer,\"New, and\nyoung\"\n"));
        sync(Map.of("centre-id.csv", "centres"));
        assertThat(judge("metadata", "validate", file).out()).doesNotContain("newcomer");
        assertThat(
                        judge(
                                        "metadata",
                                        "validate",
                                        Files.writeString(
                                                folder.resolve("unknown.json"),
                                                record.replace("fr-newcomer", "fr-nobody")))
                                .out())
                .contains("the centre [fr-nobody] is not registered");
    }

    @Test
    void centres_of_the_list_that_was_fetched_are_known_in_topics_and_configurations()
            throws IOException {
        String topic = "origin/a/wis2/fr-newcomer/data/core/weather/aviation/metar";
        Path config =
                Files.writeString(
                        folder.resolve("wis2.yaml"),
                        """
                        node: {centre-id: fr-newcomer}
                        datasets:
                          metar:
                            when: {source: http}
                            topic: %s
                            metadata-id: urn:wmo:md:fr-newcomer:metar
                        """
                                .formatted(topic));

        assertThat(topic("validate", "--publication", topic).code()).isEqualTo(1);
        assertThat(new Typed().run("config", "check", "--config", config.toString()).out())
                .contains("node.centre-id", "[fr-newcomer]", "wis2 bundle sync");

        server.put("/centres", utf8("Name,Description\nfr-newcomer,New\n"));
        sync(Map.of("centre-id.csv", "centres"));
        assertThat(topic("validate", "--publication", topic).code()).isZero();
        assertThat(topic("list", "origin/a/wis2").out()).contains("fr-newcomer");
        assertThat(topic("search", "newcomer").out()).contains("fr-newcomer");
        var checked = new Typed().run("config", "check", "--config", config.toString());
        assertThat(checked.code()).as(checked.err()).isZero();

        Files.writeString(folder.resolve("data/bundle/current"), "elsewhere");
        assertThat(topic("list").code()).isEqualTo(3);
        assertThat(new Typed().run("config", "check", "--config", config.toString()).out())
                .contains("run wis2 bundle sync again");
    }

    private Typed.Result topic(String... arguments) {
        List<String> all = new ArrayList<>(List.of("topic"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        return new Typed().run(all.toArray(String[]::new));
    }

    @Test
    void formats_are_asserted_in_the_strict_profile_only() throws IOException {
        sync(Map.of());
        Path odd = official(aNotification().withText("/id", "31e9d66acd8341749429b932f1abe1be"));

        var strict = judge("message", "validate", odd);
        var reference =
                new Typed()
                        .run(
                                "message",
                                "validate",
                                "--profile",
                                "reference",
                                "--data-dir",
                                folder.resolve("data").toString(),
                                odd.toString());

        assertThat(strict.out()).contains("at /id: the official schema says:");
        assertThat(reference.code()).as(reference.out()).isZero();
    }

    @Test
    void a_number_that_the_schema_cannot_count_is_told() throws IOException {
        sync(Map.of());

        var judged = judge("message", "validate", official(aNotification().with("/most", "-1e30")));

        assertThat(judged.code()).as(judged.out() + judged.err()).isZero();
        assertThat(judged.out()).contains("the official schema could not be applied:");
    }

    @Test
    void a_leap_second_conforms_to_the_schema_too() throws IOException {
        sync(Map.of());

        var leap = official(aNotification().withText("/time", "2016-12-31T23:59:60Z"));
        assertThat(judge("message", "validate", leap).code()).isZero();
        var none = official(aNotification().withText("/time", "2016-12-31T12:00:60Z"));
        assertThat(judge("message", "validate", none).out()).contains("at /time: the official");
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
        server.put("/page", utf8("<html>,\n<p>Sign in</p>\n"))
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
        String before = sync(Map.of(), "--json").out();
        List<Path> files = filesOfBundle();

        var result = sync(Map.of(file, answer), "--max-size", "1000000");

        assertThat(result.err()).contains("Nothing was changed", reason);
        assertThat(result.code()).isEqualTo(code);
        assertThat(bundle("show", "--json").out()).isEqualTo(before);
        assertThat(filesOfBundle()).isEqualTo(files);
    }

    @Test
    void without_a_network_nothing_changes_and_the_files_are_still_judged_by() throws IOException {
        sync(Map.of());
        server.close();

        var result = sync(Map.of());

        assertThat(result.code()).isEqualTo(3);
        assertThat(judge("message", "validate", official(aNotification())).code()).isZero();
    }

    @Test
    void a_sync_that_was_interrupted_leaves_the_files_before_it() throws IOException {
        String before = sync(Map.of(), "--json").out();
        Path bundle = folder.resolve("data/bundle");
        Path half = Files.createDirectory(bundle.resolve("set-half"));
        Files.writeString(half.resolve("wnm.json"), "{");
        Files.writeString(bundle.resolve("current.new"), "set-");

        assertThat(bundle("show", "--json").out()).isEqualTo(before);
        sync(Map.of());
        assertThat(half).doesNotExist();
    }

    @Test
    void a_file_that_was_changed_is_not_used() throws IOException {
        sync(Map.of());
        Path schema =
                filesOfBundle().stream()
                        .filter(file -> file.endsWith("wnm.json"))
                        .findFirst()
                        .orElseThrow();
        Files.writeString(schema, SCHEMA + " ");

        var shown = bundle("show");
        var judged = judge("message", "validate", official(aNotification()));

        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.err()).contains("was changed since it was fetched");
        assertThat(judged.code()).isEqualTo(3);
    }

    @Test
    void a_bundle_that_points_out_of_its_folder_is_not_read() throws IOException {
        sync(Map.of());
        Files.writeString(folder.resolve("data/bundle/current"), "set-x/../../../elsewhere");

        assertThat(bundle("show").err()).contains("is no bundle any more");
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(new Typed().run("bundle").code()).isEqualTo(2);
        assertThat(bundle("sync", "--source", "other.json=http://a").code()).isEqualTo(2);
    }

    private Typed.Result sync(Map<String, String> answers, String... further) {
        Map<String, String> usual =
                Map.of(
                        "wnm.json", "schema",
                        "wcmp2.json", "schema",
                        "wme.json", "schema",
                        "event-type.csv", "table",
                        "centre-id.csv", "table",
                        "wth.zip", "zip");
        List<String> arguments = new ArrayList<>(List.of("--allow-internal"));
        usual.forEach((file, answer) -> {
            arguments.add("--source");
            arguments.add(file + "=" + server.url("/" + answers.getOrDefault(file, answer)));
        });
        arguments.addAll(List.of(further));
        return bundle("sync", arguments.toArray(String[]::new));
    }

    private Typed.Result bundle(String command, String... arguments) {
        List<String> typed =
                new ArrayList<>(
                        List.of(
                                "bundle",
                                command,
                                "--data-dir",
                                folder.resolve("data").toString()));
        typed.addAll(List.of(arguments));
        return new Typed().run(typed.toArray(String[]::new));
    }

    private Typed.Result judge(String kind, String command, Path file) {
        return new Typed()
                .with("WIS2_NODE_DATA_DIR", folder.resolve("data").toString())
                .run(kind, command, file.toString());
    }

    private Path official(TestNotification notification) throws IOException {
        return Files.write(
                folder.resolve("official.json"), notification.with("/official", "1").asBytes());
    }

    private List<Path> filesOfBundle() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.sorted().toList();
        }
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
