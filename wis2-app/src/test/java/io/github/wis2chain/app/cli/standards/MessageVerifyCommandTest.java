package io.github.wis2chain.app.cli.standards;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.TestNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

class MessageVerifyCommandTest {

    private static final byte[] DATA = "ARGO 2903996 P12".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private DataServer server;

    @BeforeEach
    void start() throws IOException {
        server = new DataServer();
        server.put("/a.bufr", DATA);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void data_with_the_announced_length_and_digest_are_verified(IntegrityMethod method)
            throws IOException {
        JsonNode line = verify(0, announcing(method));

        assertThat(line.path("outcome").asString()).isEqualTo("verified");
        assertThat(line.path("checks").properties())
                .allSatisfy(check -> assertThat(check.getValue().asString()).isEqualTo("PASSED"));
        assertThat(line.at("/found/status").asInt()).isEqualTo(200);
        assertThat(line.at("/found/length").asInt()).isEqualTo(16);
    }

    @Test
    void people_are_told_where_the_data_were() throws IOException {
        Path file = write(announcing(IntegrityMethod.SHA256));

        var result = new Typed().run("message", "verify", "--allow-internal", file.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(": verified, 16 bytes from " + server.url("/a.bufr") + " in ");
    }

    @Test
    void another_digest_differs() throws IOException {
        var message =
                announcing(IntegrityMethod.SHA256)
                        .without("/properties/content")
                        .withText(
                                "/properties/integrity/value",
                                digest(IntegrityMethod.SHA256, new byte[1]));

        JsonNode line = verify(1, message);

        assertThat(line.at("/checks/length").asString()).isEqualTo("PASSED");
        assertThat(line.at("/checks/digest").asString()).isEqualTo("FAILED");
        assertThat(line.at("/findings/0/pointer").asString())
                .isEqualTo("/properties/integrity/value");
    }

    @Test
    void the_right_digest_in_hexadecimal_differs_and_is_offered_in_base64() throws IOException {
        String base64 = digest(IntegrityMethod.SHA256, DATA);
        String hexadecimal =
                HexFormat.of().formatHex(Integrity.ofData(IntegrityMethod.SHA256, DATA).digest());

        JsonNode line =
                verify(
                        1,
                        announcing(IntegrityMethod.SHA256)
                                .withText("/properties/integrity/value", hexadecimal));

        assertThat(line.at("/findings/0/fix").asString()).isEqualTo(base64);
    }

    @Test
    void a_longer_or_shorter_file_differs() throws IOException {
        JsonNode longer =
                verify(1, announcing(IntegrityMethod.SHA256).with("/links/0/length", "15"));
        JsonNode shorter =
                verify(1, announcing(IntegrityMethod.SHA256).with("/links/0/length", "17"));

        assertThat(longer.at("/checks/length").asString()).isEqualTo("FAILED");
        assertThat(longer.at("/checks/digest").asString()).isEqualTo("SKIPPED");
        assertThat(shorter.at("/checks/length").asString()).isEqualTo("FAILED");
        assertThat(shorter.at("/checks/digest").asString()).isEqualTo("PASSED");
    }

    @Test
    void an_error_page_is_never_taken_for_the_data() throws IOException {
        server.put("/gone", 404, DATA, DATA.length).put("/busy", 503, DATA, DATA.length);

        JsonNode gone = verify(1, to("/gone"));
        JsonNode busy = verify(3, to("/busy"));

        assertThat(gone.path("outcome").asString()).isEqualTo("differs");
        assertThat(gone.at("/findings/0/message").asString()).contains("answered 404");
        assertThat(busy.path("outcome").asString()).isEqualTo("undecided");
        assertThat(busy.at("/checks/link").asString()).isEqualTo("SKIPPED");
    }

    @Test
    void a_broken_download_decides_nothing() throws IOException {
        server.put("/cut", 200, DATA, 1000);

        JsonNode line = verify(3, to("/cut").without("/links/0/length"));

        assertThat(line.path("outcome").asString()).isEqualTo("undecided");
        assertThat(line.has("found")).isFalse();
    }

    @Test
    void internal_addresses_are_not_asked_unless_allowed() throws IOException {
        Path file = write(announcing(IntegrityMethod.SHA256));

        var refused = new Typed().run("message", "verify", file.toString());
        var allowed = new Typed().run("message", "verify", "--allow", "127.0.0.1", file.toString());

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).contains("only public addresses are followed");
        assertThat(allowed.code()).isZero();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_deletion_is_not_followed() throws IOException {
        JsonNode line =
                verify(0, announcing(IntegrityMethod.SHA256).withText("/links/0/rel", "deletion"));

        assertThat(line.path("outcome").asString()).isEqualTo("withdrawn");
        assertThat(server.requests()).isZero();
    }

    @Test
    void the_first_primary_link_is_followed_whatever_its_relation() throws IOException {
        var message =
                announcing(IntegrityMethod.SHA256)
                        .withText("/links/0/rel", "update")
                        .withLink("canonical", server.url("/none"));

        assertThat(verify(0, message).path("rel").asString()).isEqualTo("update");
    }

    @Test
    void nothing_announced_decides_nothing() throws IOException {
        JsonNode line =
                verify(
                        3,
                        announcing(IntegrityMethod.SHA256)
                                .without("/links/0/length")
                                .without("/properties/integrity")
                                .without("/properties/content"));

        assertThat(line.path("outcome").asString()).isEqualTo("undecided");
        assertThat(line.at("/checks/link").asString()).isEqualTo("PASSED");
    }

    @Test
    void a_length_alone_proves_nothing() throws IOException {
        JsonNode line =
                verify(
                        3,
                        announcing(IntegrityMethod.SHA256)
                                .without("/properties/integrity")
                                .without("/properties/content"));

        assertThat(line.path("outcome").asString()).isEqualTo("undecided");
        assertThat(line.at("/checks/length").asString()).isEqualTo("PASSED");
        assertThat(line.at("/findings/0/message").asString()).startsWith("no digest is announced");
    }

    @Test
    void data_inside_must_be_the_announced_data() throws IOException {
        JsonNode line =
                verify(
                        1,
                        announcing(IntegrityMethod.SHA256)
                                .withText("/properties/content/value", "argo 2903996 P12"));

        assertThat(line.at("/checks/content").asString()).isEqualTo("FAILED");
        assertThat(line.at("/checks/digest").asString()).isEqualTo("PASSED");
    }

    @Test
    void what_is_no_notification_differs_and_what_cannot_be_read_is_undecided() throws IOException {
        Files.writeString(folder.resolve("1.json"), "{");
        Files.writeString(folder.resolve("2.json"), "{\"links\":[{\"rel\":\"canonical\"}]}");
        Files.writeString(folder.resolve("3.json"), "[]");

        var result =
                new Typed()
                        .input("{\"links\":7}")
                        .run("message", "verify", "--json", folder.toString(), "none", "-");

        new OurSchema("verified-message.json").describes(result.out());
        assertThat(result.code()).isEqualTo(3);
        assertThat(
                        result.out()
                                .lines()
                                .map(line ->
                                        new JsonMapper().readTree(line).path("outcome").asString()))
                .containsExactly("differs", "differs", "differs", "undecided", "differs");
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(new Typed().run("message", "verify").code()).isEqualTo(2);
        assertThat(new Typed().run("message", "verify", "--allow", "a b", "x").code()).isEqualTo(2);
        assertThat(new Typed().run("message", "verify", "--timeout", "0", "x").code()).isEqualTo(2);
    }

    private TestNotification announcing(IntegrityMethod method) {
        return aNotification()
                .withText("/links/0/href", server.url("/a.bufr"))
                .with("/links/0/length", "16")
                .withText("/properties/integrity/method", method.wireName())
                .withText("/properties/integrity/value", digest(method, DATA));
    }

    private TestNotification to(String path) {
        return announcing(IntegrityMethod.SHA256).withText("/links/0/href", server.url(path));
    }

    private static String digest(IntegrityMethod method, byte[] data) {
        return Integrity.ofData(method, data).value();
    }

    private Path write(TestNotification message) throws IOException {
        return Files.write(folder.resolve("message.json"), message.asBytes());
    }

    private JsonNode verify(int code, TestNotification message) throws IOException {
        var result =
                new Typed()
                        .run(
                                "message",
                                "verify",
                                "--allow-internal",
                                "--json",
                                write(message).toString());
        new OurSchema("verified-message.json").describes(result.out());
        assertThat(result.code()).as(result.out()).isEqualTo(code);
        return new JsonMapper().readTree(result.out());
    }
}
