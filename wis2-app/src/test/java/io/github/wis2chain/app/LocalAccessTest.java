package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.AccessSecret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class LocalAccessTest {

    private static final int PORT = 18080;

    @TempDir private Path folder;

    @Test
    void the_file_is_the_users_alone_and_goes_with_the_node() throws IOException {
        var secret = AccessSecret.fresh("wis2l_");
        Path file = folder.resolve("wis2/access-18080");

        try (var written = LocalAccess.write(environment(), PORT, secret).orElseThrow()) {
            assertThat(written).isNotNull();
            assertThat(LocalAccess.read(environment(), PORT)).contains(secret.text());
            assertThat(LocalAccess.read(environment(), PORT + 1)).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_was_left_is_replaced_with_its_permissions() throws IOException {
        Path file = folder.resolve("wis2/access-18080");
        Files.createDirectories(folder.resolve("wis2"));
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        try (var written =
                LocalAccess.write(environment(), PORT, new AccessSecret("new")).orElseThrow()) {
            assertThat(written).isNotNull();
            assertThat(file).hasContent("new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_file_of_another_node_stays() throws IOException {
        Path file = folder.resolve("wis2/access-18080");
        try (var first =
                LocalAccess.write(environment(), PORT, new AccessSecret("first")).orElseThrow()) {
            assertThat(first).isNotNull();
            Files.writeString(file, "second");
        }

        assertThat(file).hasContent("second");
    }

    private Map<String, String> environment() {
        return Map.of("XDG_RUNTIME_DIR", folder.toString());
    }
}
