package io.github.wis2chain.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.app.settings.Settings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// `wis2 run edit` on a real node, which judges what is corrected: from a failure to a success.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunEditTest {

    private static final String TOKEN = "a-token-of-this-test";
    private static final JsonMapper JSON = new JsonMapper();

    private ServedFiles files;
    private Application node;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        files = new ServedFiles();
        files.put(
                "/argo/bufr/202611/argo-profile-6999901-012.bufr",
                Samples.find("argo-profile-6999901-012.bufr").orElseThrow());
        String yaml =
                DemoSettings.yaml(data, Ports.free())
                        .replace("api: { ", "api: { token: %s, ".formatted(TOKEN));
        node =
                Application.start(
                        Settings.parse("test", yaml, data, Map.of()).settings(),
                        InstantSource.system());
    }

    @AfterAll
    void stop() {
        node.close();
        files.close();
    }

    @Test
    void an_event_in_structured_mode_is_corrected() throws Exception {
        String event = Samples.event(files.url(""));
        String run = failed(broken(event));

        refused(run, broken(event).replace("012", "013"));
        JsonNode next = corrected(run, event);

        assertThat(next.at("/event/properties").has("content-type")).isFalse();
    }

    @Test
    void an_event_in_binary_mode_stays_one() throws Exception {
        JsonNode event = JSON.readTree(Samples.event(files.url("")));
        String item = event.path("data").toString();
        String[] attributes = {
            "ce-specversion",
            "1.0",
            "ce-id",
            "binary-1",
            "ce-source",
            event.path("source").asString(),
            "ce-type",
            event.path("type").asString(),
            "ce-subject",
            event.path("subject").asString(),
            "Content-Type",
            "application/json"
        };
        String run = failed(broken(item), attributes);

        refused(run, broken(item) + " ");
        JsonNode next = corrected(run, item);

        assertThat(next.at("/event/properties/header.ce-id").asString()).isEqualTo("binary-1");
        assertThat(next.at("/event/properties/content-type").asString())
                .isEqualTo("application/json");
    }

    @Test
    void a_record_that_was_published_by_hand_is_edited_byte_by_byte(@TempDir Path folder)
            throws Exception {
        String record =
                new String(Samples.find(Samples.RECORD).orElseThrow(), StandardCharsets.UTF_8);
        String wrong = record.replace("wmo:dataPolicy", "x");
        files.put("/record.json", record);
        var published =
                type().input(wrong)
                        .run(
                                "metadata",
                                "publish",
                                "-",
                                "--url",
                                files.url("/record.json"),
                                "--wait");
        String run = published.out().replaceAll("(?s).*: run (\\w+) is failed.*", "$1");
        Path editor = folder.resolve("editor");
        Files.writeString(editor, "#!/bin/sh\nsed -i 's/\"x\"/\"wmo:dataPolicy\"/' \"$1\"\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));

        refused(run, wrong + "\n");
        var result =
                type().with("EDITOR", editor.toString())
                        .run("run", "edit", run, "--yes", "--wait", "--json");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        JsonNode next = JSON.readTree(result.out());
        assertThat(next.path("state").asString()).isEqualTo("succeeded");
        assertThat(next.at("/event/properties/kind").asString()).isEqualTo("discovery-record");
        assertThat(next.at("/event/properties").has("content-type")).isFalse();
    }

    private static String broken(String event) {
        return event.replace("\"stac_version\"", "\"stac_versio\"");
    }

    /// The node says what is still wrong, and keeps nothing.
    private void refused(String run, String text) {
        var result = type().input(text).run("run", "edit", run, "--file", "-", "--yes");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.err()).contains("fault", "The event would fail again");
    }

    private JsonNode corrected(String run, String text) {
        var result =
                type().input(text)
                        .run("run", "edit", run, "--file", "-", "--yes", "--wait", "--json");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        JsonNode next = JSON.readTree(result.out());
        assertThat(next.path("parent_id").asString()).isEqualTo(run);
        assertThat(next.path("state").asString()).isIn("succeeded", "unchanged");
        return next;
    }

    /// The failed run of an event that is handed in with these headers.
    private String failed(String event, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(url() + "/api/v1/events"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(BodyPublishers.ofString(event));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            String body = client.send(request.build(), BodyHandlers.ofString()).body();
            String run = JSON.readTree(body).path("run_id").asString();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> type().run("run", "show", run).out().contains("is failed"));
            return run;
        }
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", url()).with("WIS2_TOKEN", TOKEN);
    }

    private String url() {
        return "http://127.0.0.1:" + node.apiPort();
    }
}
