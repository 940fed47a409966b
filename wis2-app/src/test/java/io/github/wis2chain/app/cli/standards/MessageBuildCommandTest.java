package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class MessageBuildCommandTest {

    private static final String ITEM =
            """
            {"type":"Feature","stac_version":"1.1.0","id":"i",
             "stac_extensions":["https://stac-extensions.github.io/file/v2.1.0/schema.json"],
             "geometry":{"type":"Point","coordinates":[21.06,-36.3]},"bbox":[21.06,-36.3,21.06,-36.3],
             "properties":{"datetime":"2024-11-09T21:08:00Z"},"links":[],
             "assets":{
              "bufr":{"href":"https://data.example.org/bufr/a.bufr","roles":["data"],
               "type":"application/bufr","file:size":3,
               "file:checksum":"1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
              "nc":{"href":"https://data.example.org/nc/a.nc","roles":["data"]},
              "view":{"href":"https://data.example.org/a.png","roles":["thumbnail"]}}}
            """;

    @TempDir private Path folder;

    @Test
    void every_data_asset_of_an_item_gives_a_notification_that_conforms() throws IOException {
        var result =
                build(
                        "--stac",
                        write("item.json", ITEM),
                        "--topic",
                        "origin/a/wis2/fr-ifremer-argo/data/core/ocean/experimental",
                        "--metadata-id",
                        "urn:wmo:md:fr-ifremer-argo:argo");

        assertThat(result.code()).as(result.err()).isZero();
        List<JsonNode> notifications = lines(result);
        assertThat(notifications.stream().map(each -> each.at("/properties/data_id").asString()))
                .containsExactly(
                        "wis2/fr-ifremer-argo/data/core/ocean/experimental/a.bufr",
                        "wis2/fr-ifremer-argo/data/core/ocean/experimental/a.nc");
        assertThat(notifications.getFirst().at("/properties/integrity/value").asString())
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(notifications.getFirst().at("/links/0/length").asInt()).isEqualTo(3);
        result.out()
                .lines()
                .forEach(line ->
                        assertThat(
                                        Wnm.validate(
                                                        line.getBytes(StandardCharsets.UTF_8),
                                                        Profile.STRICT)
                                                .conforms())
                                .isTrue());
    }

    @Test
    void an_event_that_carries_an_item_is_taken_and_one_asset_chosen() throws IOException {
        String event =
                """
                {"specversion":"1.0","id":"e","source":"s","type":"t","subject":"argo","data":%s}
                """
                        .formatted(ITEM);

        var result =
                build(
                        "--stac",
                        write("event.json", event),
                        "--asset",
                        "view",
                        "--data-id",
                        "{event.subject}/{asset.key}",
                        "--deletion",
                        "--no-cache",
                        "--producer",
                        "Example Centre");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode notification = lines(result).getFirst();
        assertThat(notification.at("/properties/data_id").asString()).isEqualTo("argo/view");
        assertThat(notification.at("/links/0/rel").asString()).isEqualTo("deletion");
        assertThat(notification.at("/properties/cache").asBoolean(true)).isFalse();
        assertThat(notification.at("/properties/producer").asString()).isEqualTo("Example Centre");
    }

    @Test
    void files_of_any_length_are_measured() throws IOException {
        byte[] large = new byte[20 * 1024 * 1024];
        Files.createDirectory(folder.resolve("data"));
        Files.write(folder.resolve("data/a b.bin"), large);
        Files.writeString(folder.resolve("data/c.txt"), "météo");

        var result =
                build(
                        "--file",
                        folder.resolve("data").toString(),
                        "--href",
                        "https://data.example.org/d/",
                        "--digest",
                        "sha3-256",
                        "--time",
                        "2026-01-31T00:00:00Z/2026-01-31T06:00:00+00:00",
                        "--place=-4.5,48.1,-4.25,48.375",
                        "--inline",
                        "--json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        new OurSchema("built-messages.json").describes(result.out());
        JsonNode first = lines(result).getFirst().at("/notifications/0/notification");
        assertThat(first.at("/links/0/href").asString())
                .isEqualTo("https://data.example.org/d/a%20b.bin");
        assertThat(first.at("/links/0/length").asInt()).isEqualTo(large.length);
        assertThat(first.at("/properties/integrity/value").asString())
                .isEqualTo(Integrity.ofData(IntegrityMethod.SHA3_256, large).value());
        assertThat(first.at("/properties/end_datetime").asString())
                .isEqualTo("2026-01-31T06:00:00Z");
        assertThat(first.at("/properties").has("content")).isFalse();
        JsonNode second = lines(result).get(1).at("/notifications/0/notification");
        assertThat(second.at("/properties/content/value").asString()).isEqualTo("météo");
        assertThat(second.at("/links/0/type").asString()).isEqualTo("text/plain");
    }

    @Test
    void a_record_is_announced_under_its_own_identifier() throws IOException {
        byte[] record = aRecord().asBytes();
        Path file = Files.write(folder.resolve("r.json"), record);

        var result =
                build(
                        "--metadata",
                        file.toString(),
                        "--href",
                        "https://example.org/r.json",
                        "--update");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode notification = lines(result).getFirst();
        String id = new JsonMapper().readTree(record).path("id").asString();
        assertThat(notification.at("/properties/metadata_id").asString()).isEqualTo(id);
        assertThat(notification.at("/properties/data_id").asString()).endsWith("/metadata/" + id);
        assertThat(notification.at("/links/0/rel").asString()).isEqualTo("update");
        assertThat(notification.at("/links/0/length").asInt()).isEqualTo(record.length);
    }

    @Test
    void what_cannot_be_built_is_said_and_not_printed() throws IOException {
        String relative = write("1.json", ITEM.replace("https://data.example.org/bufr/", ""));
        String line = write("2.json", ITEM.replace("\"Point\"", "\"LineString\""));
        String noJson = write("3.json", "{");
        String noTime = write("4.json", ITEM.replace("2024-11-09T21:08:00Z", "yesterday"));

        var result = build("--json", "--stac", relative, line, noJson, noTime, "none.json");

        new OurSchema("built-messages.json").describes(result.out());
        assertThat(result.code()).isEqualTo(3);
        assertThat(lines(result))
                .hasSize(5)
                .allSatisfy(each -> {
                    assertThat(each.path("built").asBoolean(true)).isFalse();
                    assertThat(each.path("notifications").isEmpty()).isTrue();
                    assertThat(each.path("findings").isEmpty()).isFalse();
                });
        var people = build("--stac", relative);
        assertThat(people.code()).isEqualTo(1);
        assertThat(people.out()).isEmpty();
        assertThat(people.err()).contains("no sound notification can be made", "/assets/bufr");
    }

    @Test
    void what_the_strict_profile_refuses_is_not_printed() throws IOException {
        String item = write("i.json", ITEM);

        var result = build("--stac", item, "--producer", "x".repeat(9000));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("at most 8192 are allowed");
    }

    @Test
    void wrong_use_ends_with_2() throws IOException {
        String item = write("i.json", ITEM);

        assertThat(build().code()).isEqualTo(2);
        assertThat(build("--stac", item, "--metadata", item).code()).isEqualTo(2);
        assertThat(build("--file", item).err()).contains("--href must say");
        assertThat(build("--file", item, item, "--href", "https://e.org/a").code()).isEqualTo(2);
        assertThat(build("--stac", item, "--inline").code()).isEqualTo(2);
        assertThat(build("--stac", item, "--topic", "origin/a/wis2/x").code()).isEqualTo(2);
        assertThat(build("--stac", item, "--time", "today").err())
                .contains("such as 2026-01-31T06:00:00Z");
        assertThat(build("--stac", item, "--place", "200,0").code()).isEqualTo(2);
        assertThat(build("--stac", item, "--data-id", "{nothing}").err())
                .contains("unknown name [nothing]");
        assertThat(build("--stac", item, "--update", "--deletion").code()).isEqualTo(2);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Typed.Result build(String... arguments) {
        List<String> typed = new ArrayList<>(List.of("message", "build"));
        typed.addAll(List.of(arguments));
        return new Typed().run(typed.toArray(String[]::new));
    }

    private static List<JsonNode> lines(Typed.Result result) {
        var json = new JsonMapper();
        return result.out().lines().map(json::readTree).toList();
    }
}
