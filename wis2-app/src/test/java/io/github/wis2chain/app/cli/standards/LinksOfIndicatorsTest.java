package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wis2chain.adapters.http.HttpLinkVerifier;
import io.github.wis2chain.adapters.http.LinkSettings;
import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wcmp2.TestRecord;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The indicators that ask others: what is behind links, and whether a catalogue has a record.
class LinksOfIndicatorsTest {

    private static final byte[] PAGE = "<html></html>".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private DataServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                new DataServer()
                        .put("/page", "text/html; charset=utf-8", PAGE)
                        .put("/picture", "image/png", PAGE)
                        .put("/untyped", PAGE)
                        .put("/busy", 503, PAGE, PAGE.length);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "reference"})
    void links_are_opened_when_asked_for(String profile) throws IOException {
        Path record = write(record());

        JsonNode unopened = kpi(record, profile);
        JsonNode opened = kpi(record, profile, "--links", "--allow-internal");

        assertThat(unopened.at("/links_health/total").asInt()).isZero();
        assertThat(unopened.at("/links_health/skipped").asInt()).isEqualTo(8);
        // Found and of a known type; found and without any; found as a picture; not found.
        assertThat(opened.at("/links_health/total").asInt()).isEqualTo(8);
        assertThat(opened.at("/links_health/score").asInt())
                .isEqualTo(profile.equals("reference") ? 7 : 6);
        assertThat(opened.at("/graphic_overview_for_metadata_records/score").asInt()).isEqualTo(3);
        assertThat(opened.at("/links_health/comments").toString())
                .contains("The link " + server.url("/busy") + " is not accessible.");
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void internal_addresses_are_not_asked_unless_allowed() throws IOException {
        JsonNode opened = kpi(write(record()), "strict", "--links");

        assertThat(opened.at("/graphic_overview_for_metadata_records/score").asInt()).isEqualTo(1);
        assertThat(opened.at("/links_health/total").asInt()).isZero();
        assertThat(opened.at("/links_health/skipped").asInt()).isEqualTo(8);
        assertThat(opened.at("/links_health/comments").toString())
                .contains("was not opened", "only public addresses are followed")
                .doesNotContain("is not accessible");
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:page",
                "httpx://data.example/page",
                "http://[page",
                "http://data.example:99999/page"
            })
    void what_nobody_can_open_is_not_accessible(String href) throws IOException {
        TestRecord record = record().withText("/links/0/href", href);

        assertThat(kpi(write(record), "strict", "--links").at("/links_health/comments").toString())
                .contains("The link %s is not accessible.".formatted(href));
    }

    @Test
    void a_defect_of_ours_is_not_told_of_a_link() {
        var closed = new HttpLinkVerifier(LinkSettings.DEFAULT);
        closed.close();
        var links = new RecordLinks(closed, Profile.STRICT);

        assertThatIllegalStateException()
                .isThrownBy(() -> links.opened(record().asJson()))
                .withMessageContaining("A link could not be opened");
    }

    @Test
    void a_catalogue_s_url_without_a_scheme_is_wrong_usage() throws IOException {
        Path message = message("urn:wmo:md:fr-ifremer-argo:cor:msg:argo");

        var result =
                new Typed()
                        .run(
                                "message",
                                "kpi",
                                "--catalogue",
                                "gdc.example.org",
                                message.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("[gdc.example.org] must be an http or https URL");
    }

    @Test
    void why_a_catalogue_could_not_be_asked_is_told_once() throws IOException {
        Path one = message("urn:wmo:md:fr-ifremer-argo:one");
        Path other = message("urn:wmo:md:fr-ifremer-argo:other");
        String[] command = {
            "message", "kpi", "--catalogue", server.url("/api"), one.toString(), other.toString()
        };

        assertThat(new Typed().run(command).err())
                .contains("could not be asked", "only public addresses are followed")
                .hasLineCount(1);
    }

    @Test
    void a_catalogue_is_asked_when_given() throws IOException {
        String records = "/api/collections/wis2-discovery-metadata/items/";
        server.put(records + "urn:wmo:md:fr-ifremer-argo:cor:msg:argo", PAGE);
        Path listed = message("urn:wmo:md:fr-ifremer-argo:cor:msg:argo");
        Path strange = message("urn:wmo:md:fr-ifremer-argo:a b/%");

        String[] asked = {"--allow-internal", "--catalogue"};

        assertThat(points(metadataId(listed))).isEqualTo("1 of 1, 1 skipped");
        assertThat(points(metadataId(listed, asked[0], asked[1], server.url("/api/"))))
                .isEqualTo("2 of 2, 0 skipped");
        assertThat(points(metadataId(strange, asked[0], asked[1], server.url("/api"))))
                .isEqualTo("1 of 2, 0 skipped");
        assertThat(points(metadataId(listed, asked[0], asked[1], server.url("/busy"))))
                .isEqualTo("1 of 1, 1 skipped");
        String[] official = {"--profile", "reference"};
        assertThat(
                        points(
                                metadataId(
                                        listed,
                                        asked[0],
                                        asked[1],
                                        server.url("/busy"),
                                        official[0],
                                        official[1])))
                .isEqualTo("1 of 2, 0 skipped");
        assertThat(points(metadataId(listed, asked[1], server.url("/api"))))
                .isEqualTo("1 of 1, 1 skipped");
    }

    private static String points(JsonNode indicator) {
        return "%d of %d, %d skipped"
                .formatted(
                        indicator.path("score").asInt(),
                        indicator.path("total").asInt(),
                        indicator.path("skipped").asInt());
    }

    private TestRecord record() {
        return aRecord()
                .with(
                        "/links",
                        """
                        [{"rel":"data","href":"%s","type":"text/html"},
                         {"rel":"about","href":"%s"},
                         {"rel":"preview","href":"%s","type":"image/png"},
                         {"rel":"license","href":"%s","type":"text/html"}]
                        """
                                .formatted(
                                        server.url("/page"),
                                        server.url("/untyped"),
                                        server.url("/picture"),
                                        server.url("/busy")))
                .with("/properties/contacts/0/links", "[]")
                .with(
                        "/properties/themes",
                        "[{\"scheme\":\"a\",\"concepts\":[{\"id\":\"ocean\"}]}]");
    }

    private Path write(TestRecord record) throws IOException {
        return Files.write(folder.resolve("record.json"), record.asBytes());
    }

    private Path message(String metadataId) throws IOException {
        return Files.write(
                folder.resolve(Integer.toHexString(metadataId.hashCode())),
                aNotification().withText("/properties/metadata_id", metadataId).asBytes());
    }

    private static JsonNode kpi(Path record, String profile, String... options) {
        return typed("metadata", record, List.of("--profile", profile), options);
    }

    private static JsonNode metadataId(Path message, String... options) {
        return typed("message", message, List.of(), options).path("metadata_id");
    }

    private static JsonNode typed(String kind, Path file, List<String> first, String... options) {
        List<String> command = new ArrayList<>(List.of(kind, "kpi", "--json"));
        command.addAll(first);
        command.addAll(List.of(options));
        command.add(file.toString());
        var result = new Typed().run(command.toArray(String[]::new));
        return new JsonMapper().readTree(result.out()).path("kpi");
    }
}
