package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class RunEditCommandTest {

    private static final String EVENT = "{\"id\":\"a\",\"n\":1.50,\"data\":{}}";
    private static final String CHECK = "POST /api/v1/events/check";
    private static final String EDIT = "POST /api/v1/runs/" + Runs.ID + "/edit";
    private static final String CONFORMS = "{\"conforms\": true, \"remarks\": []}";

    @TempDir private Path folder;

    private final FakeNode node = new FakeNode();

    @BeforeEach
    void prepare() {
        node.on("GET /api/v1/runs/" + Runs.ID, 200, Runs.in("failed"))
                .on("GET /api/v1/events/" + Runs.EVENT + "/content", 200, EVENT)
                .on(EDIT, 201, "{\"run_id\": \"0N3K5Q8R7T2WZ\", \"parent_id\": \"0N3K5Q8R7T2WX\"}");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void the_editor_gets_the_event_laid_out_and_its_text_makes_a_new_run() throws IOException {
        node.on(CHECK, 200, CONFORMS);

        var result =
                editing("cp \"$1\" '" + folder + "/seen'; sed -i 's/\"a\"/\"b\"/'")
                        .run("run", "edit", Runs.ID, "--yes");

        assertThat(result.code()).isZero();
        assertThat(folder.resolve("seen"))
                .hasContent("{\n  \"id\": \"a\",\n  \"n\": 1.50,\n  \"data\": {}\n}\n");
        assertThat(result.out()).contains("Run 0N3K5Q8R7T2WZ was made.");
        assertThat(result.err()).contains("-  \"id\": \"a\",", "+  \"id\": \"b\",");
        assertThat(node.calls()).contains(CHECK + "?run=" + Runs.ID, EDIT);
        assertThat(node.requests().getLast().body())
                .isEqualTo("{\n  \"id\": \"b\",\n  \"n\": 1.50,\n  \"data\": {}\n}\n");
        assertThat(node.requests())
                .filteredOn(request -> request.call().startsWith("POST"))
                .allSatisfy(
                        request -> assertThat(request.headers()).doesNotContainKey("Content-type"));
    }

    @Test
    void the_new_run_is_told_though_its_end_cannot_be() throws IOException {
        node.on(CHECK, 200, CONFORMS)
                .on("GET /api/v1/runs/0N3K5Q8R7T2WZ", 401, "{\"detail\": \"no longer\"}");

        var result =
                editing("sed -i 's/\"a\"/\"b\"/'").run("run", "edit", Runs.ID, "--yes", "--wait");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("Run 0N3K5Q8R7T2WZ was made; how it ends is not known.", "no longer");
    }

    @Test
    void an_unchanged_text_makes_no_run() throws IOException {
        var result = editing("true").run("run", "edit", Runs.ID);

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("Nothing was changed");
        assertThat(node.calls()).doesNotContain(EDIT);
    }

    @Test
    void an_event_that_would_fail_again_is_refused_with_its_remarks_unless_forced()
            throws IOException {
        node.on(
                CHECK,
                200,
                "{\"conforms\": false, \"remarks\": [{\"level\": \"fault\", \"rule\": \"id\","
                        + " \"place\": \"/id\", \"text\": \"it is missing.\", \"fix\": null}]}");
        Path file = Files.writeString(folder.resolve("e.json"), "{}");

        var refused = type().run("run", "edit", Runs.ID, "--file", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("fault at /id: it is missing. (id)", "--force");
        assertThat(node.calls()).doesNotContain(EDIT);

        var forced = type().run("run", "edit", Runs.ID, "--file", file.toString(), "--force");
        assertThat(forced.code()).isZero();
        assertThat(node.calls()).contains(EDIT + "?force=true");
        assertThat(node.requests().getLast().body()).isEqualTo("{}");
    }

    @Test
    void a_person_is_asked_and_may_say_no() throws IOException {
        node.on(CHECK, 200, CONFORMS);
        Path file = Files.writeString(folder.resolve("e.json"), "{\"id\":\"b\"}");

        var no = type().answering("n\n").run("run", "edit", Runs.ID, "--file", file.toString());
        assertThat(no.code()).isEqualTo(3);
        assertThat(no.err()).contains("Run it? [y/N]", "No new run was made.");
        assertThat(node.calls()).doesNotContain(EDIT);

        var yes = type().answering("y\n").run("run", "edit", Runs.ID, "--file", file.toString());
        assertThat(yes.code()).isZero();
        assertThat(node.calls()).contains(EDIT);
    }

    @Test
    void the_corrected_event_may_come_from_standard_input_and_its_run_be_waited_for() {
        node.on(CHECK, 200, CONFORMS)
                .on("GET /api/v1/runs/0N3K5Q8R7T2WZ", 200, Runs.in("succeeded"));

        var result =
                type().input("{\"id\":\"c\"}")
                        .run("run", "edit", Runs.ID, "--file", "-", "--wait", "--json");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"state\":\"succeeded\"");
    }

    @Test
    void an_editor_that_fails_sends_nothing_and_says_where_the_text_is() throws IOException {
        var result = editing("exit 7;").run("run", "edit", Runs.ID);

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("ended with 7", "The text is in");
        assertThat(node.calls()).doesNotContain(EDIT);
    }

    private Typed editing(String script) throws IOException {
        Path editor = folder.resolve("my editor");
        Files.writeString(editor, "#!/bin/sh\n" + script + " \"$1\"\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        return type().with("EDITOR", "'" + editor + "'");
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
