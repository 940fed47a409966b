package io.github.wis2chain.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import io.github.wis2chain.app.doctor.Diagnosis.Verdict;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-25T13:00:00Z");

    @TempDir private Path folder;

    @Test
    void java_is_the_one_that_everything_was_tested_with() {
        assertThat(verdictOnJava("25.0.3+9")).isEqualTo(Verdict.PASS);
        assertThat(verdictOnJava("26")).isEqualTo(Verdict.WARN);
        assertThat(verdictOnJava("21.0.4")).isEqualTo(Verdict.FAIL);
    }

    private static Verdict verdictOnJava(String version) {
        return JavaCheck.of(Runtime.Version.parse(version), "somebody").verdict();
    }

    @Test
    void a_clock_that_is_behind_the_store_fails_and_one_that_is_not_synchronised_is_warned_of() {
        Optional<Instant> later = Optional.of(NOW.plusSeconds(60));
        Optional<Instant> earlier = Optional.of(NOW.minusSeconds(60));

        assertThat(ClockCheck.judge(NOW, later, Optional.of(true)).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(ClockCheck.judge(NOW, earlier, Optional.of(false)).verdict())
                .isEqualTo(Verdict.WARN);
        assertThat(ClockCheck.judge(NOW, earlier, Optional.of(true)).evidence())
                .isEqualTo("It is 2026-11-25T13:00:00Z, synchronised.");
        assertThat(ClockCheck.judge(NOW, Optional.empty(), Optional.empty()).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void one_link_of_each_data_server_is_followed_and_every_link_that_was_asked_for()
            throws IOException, InterruptedException, InvalidSettings {
        HttpServer server = server();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            List<Diagnosis> found =
                    new DataServerCheck(settings().links())
                            .look(
                                    List.of(URI.create(base + "/missing")),
                                    List.of(
                                            URI.create(base + "/here"),
                                            URI.create(base + "/missing"),
                                            URI.create("http://127.0.0.1:1/here")));

            assertThat(found)
                    .extracting(Diagnosis::verdict)
                    .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.FAIL);
            assertThat(found.getFirst().evidence()).contains("404", "LINK_STATUS");
            assertThat(found.get(1).evidence()).contains("/here gave 4 bytes");
            assertThat(found.get(2).evidence()).contains("LINK_UNREACHABLE");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_catalogue_is_asked_for_the_record_of_each_dataset()
            throws IOException, InterruptedException, InvalidSettings {
        HttpServer server = server();
        URI catalogue = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/c");
        try (var check = new MetadataCheck(Optional.of(catalogue), Optional.empty())) {
            List<Diagnosis> found = check.look(settings().datasets().values());

            assertThat(found)
                    .extracting(Diagnosis::verdict)
                    .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.WARN);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_record_that_the_node_announced_is_known() throws InterruptedException, InvalidSettings {
        try (var check =
                new MetadataCheck(
                        Optional.empty(), Optional.of(Set.of("urn:wmo:md:fr-ifremer-argo:here")))) {
            assertThat(check.look(settings().datasets().values()))
                    .extracting(Diagnosis::verdict)
                    .containsExactly(Verdict.PASS, Verdict.WARN, Verdict.WARN);
        }
    }

    @Test
    void a_diagnosis_has_a_remedy_exactly_if_it_does_not_pass() {
        assertThatThrownBy(
                        () -> new Diagnosis("disk", Verdict.FAIL, "It is full.", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Diagnosis(
                                "disk", Verdict.PASS, "It is empty.", Optional.of("Fill it.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Settings settings() throws InvalidSettings {
        String dataset =
                """
                  %1$s:
                    when: { subject: "%1$s" }
                    %2$s
                    topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers
                    data-id: "{centre-id}/{href.name}"
                """;
        return Settings.parse(
                        "test",
                        """
                        node: { centre-id: fr-ifremer-argo }
                        links: { allow: [loopback], timeout: 5s }
                        datasets:
                        """
                                + dataset.formatted(
                                        "here", "metadata-id: urn:wmo:md:fr-ifremer-argo:here")
                                + dataset.formatted(
                                        "missing",
                                        "metadata-id: urn:wmo:md:fr-ifremer-argo:missing")
                                + dataset.formatted("none", ""),
                        folder,
                        Map.of())
                .settings();
    }

    /// Has what ends with `here`, and nothing else.
    private static HttpServer server() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    boolean here = exchange.getRequestURI().getPath().endsWith("here");
                    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(here ? 200 : 404, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
