package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.Configured.NODE;
import static io.github.wis2chain.app.settings.Configured.problem;
import static io.github.wis2chain.app.settings.Configured.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.ShownText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Secrets and users, in the environment and in files beside the configuration.
class SecretsTest {

    @TempDir private Path folder;

    @Test
    void secrets_come_from_variables_and_files_and_are_never_shown()
            throws InvalidSettings, IOException {
        Files.writeString(folder.resolve("token"), "0123456789abcdef-from-file\n");
        var read =
                Settings.parse(
                        "wis2.yaml",
                        NODE
                                + """
                                broker: {external: {url: 'mqtt://h', user: u, password: '${PASS}'}}
                                api: {token: 'file:token'}
                                """,
                        folder,
                        Map.of("PASS", "from-the-environment"));

        assertThat(read.settings().api().token().map(token -> token.value()))
                .contains("0123456789abcdef-from-file");
        assertThat(((BrokerChoice.External) read.settings().broker()).connection().password())
                .hasValueSatisfying(
                        secret -> assertThat(secret.value()).isEqualTo("from-the-environment"));
        assertThat(read.settings().toString() + ShownText.yaml(read.shown()))
                .contains("(hidden)")
                .doesNotContain("0123456789abcdef", "from-the-environment");
    }

    @Test
    void a_refused_secret_is_not_repeated() {
        assertThat(problem(folder, NODE + "api: {token: short-one}"))
                .contains("api", "too short")
                .doesNotContain("short-one");
        assertThat(problem(folder, NODE + "api: {token: 'file:nowhere'}"))
                .contains("api.token", "nowhere", "no such file");
    }

    @Test
    void an_open_api_needs_a_token() {
        assertThat(problem(folder, NODE + "api: {bind: 0.0.0.0}")).contains("0.0.0.0", "token");
    }

    @Test
    void users_may_stand_in_a_file_whose_problems_are_reported_too() throws IOException {
        Files.writeString(folder.resolve("users.yaml"), "users:\n- {name: a, pasword-hash: x}\n");

        assertThat(problems(folder, NODE + "broker: {embedded: {users-file: users.yaml}}"))
                .hasSize(2)
                .allMatch(text -> text.contains("users.yaml:2:"))
                .anyMatch(text -> text.contains("nearest known key is [password-hash]"));
    }

    @Test
    void a_file_of_users_may_refer_to_a_variable() throws IOException {
        String hash =
                "pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Files.writeString(
                folder.resolve("users.yaml"),
                "users:\n- {name: a, password-hash: '${WIS2_OPS_HASH}'}\n");

        assertThat(
                        problems(
                                folder,
                                NODE + "broker: {embedded: {users-file: users.yaml}}",
                                Map.of("WIS2_OPS_HASH", hash)))
                .isEmpty();
    }
}
