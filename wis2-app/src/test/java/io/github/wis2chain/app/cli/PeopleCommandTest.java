package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

class PeopleCommandTest {

    private static final String JANE =
            """
            {"name": "jane", "role": "operator", "enabled": true, "created_at": "2026-11-23T21:04:05Z"}\
            """;
    private static final String TOKEN =
            """
            {"name": "feeder", "role": "operator", "created_by": "jane", "created_at": "2026-11-23T21:04:05Z",
             "expires_at": null, "used_at": null, "token": "wis2t_secret"}\
            """;

    @TempDir private Path folder;
    private final FakeNode node = new FakeNode();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void add_reads_the_password_from_standard_input() {
        node.on("POST /api/v1/users", 201, JANE);

        var result = type().input("correct horse\nmore").run("user", "add", "jane", "operator");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("jane (operator) was added.%n".formatted());
        assertThat(node.requests().getFirst().body())
                .isEqualTo(
                        "{\"name\":\"jane\",\"role\":\"operator\",\"password\":\"correct horse\"}");
    }

    @Test
    void accounts_are_changed_by_what_their_command_says() {
        for (String action : new String[] {"disable", "enable", "remove", "role", "password"}) {
            node.on("POST /api/v1/users/jane/" + action, 200, JANE);
        }

        assertThat(type().run("user", "disable", "jane").code()).isZero();
        assertThat(type().run("user", "enable", "jane").code()).isZero();
        assertThat(type().run("user", "remove", "jane").code()).isZero();
        assertThat(type().run("user", "role", "jane", "admin").code()).isZero();
        assertThat(type().input("x").run("user", "password", "jane").code()).isZero();
        assertThat(node.calls())
                .containsExactly(
                        "POST /api/v1/users/jane/disable",
                        "POST /api/v1/users/jane/enable",
                        "POST /api/v1/users/jane/remove",
                        "POST /api/v1/users/jane/role",
                        "POST /api/v1/users/jane/password");
    }

    @Test
    void a_tokens_secret_alone_goes_to_standard_output() {
        node.on("POST /api/v1/tokens", 201, TOKEN);

        var result = type().run("token", "create", "feeder", "operator", "--days", "90");

        assertThat(result.out()).isEqualTo("wis2t_secret%n".formatted());
        assertThat(result.err()).contains("cannot be shown again");
        assertThat(node.requests().getFirst().body())
                .isEqualTo("{\"name\":\"feeder\",\"role\":\"operator\",\"days\":90}");
    }

    @Test
    void lists_are_tables() {
        node.on("GET /api/v1/users", 200, "{\"items\": [" + JANE + "]}")
                .on("GET /api/v1/tokens", 200, "{\"items\": [" + TOKEN + "]}");

        assertThat(type().run("user", "list").out()).contains("jane  operator  yes");
        assertThat(type().run("token", "list").out()).contains("feeder  operator  never    never");
    }

    @Test
    void on_its_own_machine_a_command_finds_the_nodes_access() throws IOException {
        node.on("GET /api/v1/users", 200, "{\"items\": []}");
        int port = URI.create(node.url()).getPort();
        Files.createDirectories(folder.resolve("wis2"));
        Files.writeString(folder.resolve("wis2/access-" + port), "wis2l_local\n");

        type().with("XDG_RUNTIME_DIR", folder.toString()).run("user", "list");
        type().with("XDG_RUNTIME_DIR", folder.toString())
                .with("WIS2_TOKEN", "mine")
                .run("user", "list");
        type().run("user", "list");

        assertThat(node.requests())
                .extracting(request -> request.headers().getOrDefault("Authorization", "none"))
                .containsExactly("Bearer wis2l_local", "Bearer mine", "none");
    }

    @Test
    void who_is_not_known_is_told_what_to_do() {
        node.on(
                "GET /api/v1/users",
                401,
                "{\"detail\": \"Sign in, or send a token.\", \"code\": \"UNAUTHORIZED\"}");

        var result = type().run("user", "list");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("Sign in, or send a token. (UNAUTHORIZED)");
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
