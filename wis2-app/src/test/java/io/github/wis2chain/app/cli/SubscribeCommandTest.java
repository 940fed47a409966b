package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.github.wis2chain.adapters.mqtt.Qos;
import io.github.wis2chain.adapters.mqtt.Received;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.Link;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.MetadataId;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Temporal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class SubscribeCommandTest {

    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();

    private final Terminal terminal =
            new Terminal(
                    InputStream.nullInputStream(),
                    new PrintWriter(out),
                    new PrintWriter(out),
                    false,
                    false,
                    Map.of());

    @Test
    void a_notification_that_conforms_is_shown_with_its_verdict() throws Exception {
        try (var heard = new HeardNotifications(terminal, false, null, List.of())) {
            heard.show(received(notification("https://data.example/a.bufr", DATA)));

            assertThat(heard.exitCode()).isZero();
            assertThat(out.toString())
                    .contains("conforms", "on origin/a/wis2/x", "data_id fr-ifremer-argo/a")
                    .contains("canonical https://data.example/a.bufr")
                    .doesNotContain("does not");
        }
    }

    @Test
    void what_does_not_conform_is_shown_with_its_findings_and_remembered() throws Exception {
        try (var heard = new HeardNotifications(terminal, true, null, List.of())) {
            heard.show(received("{\"id\": 1}".getBytes(StandardCharsets.UTF_8)));
            heard.show(received("\u0000binary".getBytes(StandardCharsets.UTF_8)));

            assertThat(heard.exitCode()).isEqualTo(1);
            assertThat(out.toString().lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"conforms\":false"))
                    .allMatch(line -> line.contains("\"verdict\":\"FAILED\""));
        }
    }

    @Test
    void what_could_not_be_judged_is_undecided_and_not_called_wrong() throws Exception {
        String deep = "{\"id\": %s1%s}".formatted("[".repeat(1_000), "]".repeat(1_000));
        try (var heard = new HeardNotifications(terminal, true, null, List.of())) {
            heard.show(received(deep.getBytes(StandardCharsets.UTF_8)));
            heard.show(received("{}".getBytes(StandardCharsets.UTF_8)));

            assertThat(heard.exitCode()).isEqualTo(3);
            assertThat(out.toString().lines())
                    .satisfiesExactly(
                            line ->
                                    assertThat(line)
                                            .contains("\"verdict\":\"SKIPPED\",\"conforms\""),
                            line ->
                                    assertThat(line)
                                            .contains("\"verdict\":\"FAILED\",\"conforms\""));
        }
    }

    @Test
    void data_are_fetched_and_verified() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, DATA.length);
                    exchange.getResponseBody().write(DATA);
                    exchange.close();
                });
        server.start();
        String href = "http://127.0.0.1:%d/x/..%%2Fa.bufr".formatted(server.getAddress().getPort());
        try (var heard = new HeardNotifications(terminal, false, folder, List.of("loopback"))) {
            heard.show(received(notification(href, DATA)));
            assertThat(heard.exitCode()).isZero();
            assertThat(folder).isDirectoryContaining("glob:**a.bufr");

            heard.show(received(notification(href, new byte[4])));
            assertThat(heard.exitCode()).isEqualTo(1);
            assertThat(out.toString())
                    .contains("length and digest are as announced")
                    .contains("do not have the digest announced");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void data_of_an_internal_host_are_not_fetched_unless_allowed() throws Exception {
        try (var heard = new HeardNotifications(terminal, false, folder, List.of())) {
            heard.show(received(notification("http://127.0.0.1:9/a", DATA)));

            assertThat(heard.exitCode()).isEqualTo(1);
            assertThat(out.toString()).contains("only public addresses are followed");
        }
    }

    @Test
    void a_broker_s_url_without_sense_is_wrong_usage() {
        var result = new Typed().run("subscribe", "a/#", "--broker", "http://127.0.0.1");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("http://127.0.0.1", "mqtt://");
    }

    private static Received received(byte[] message) {
        return new Received(
                "origin/a/wis2/x",
                Payload.of(message),
                Qos.AT_LEAST_ONCE,
                false,
                false,
                Optional.empty(),
                Map.of(),
                Instant.parse("2026-11-23T21:00:00Z"));
    }

    private static byte[] notification(String href, byte[] announced) {
        Instant time = Instant.parse("2026-11-23T20:00:00Z");
        return NotificationMessage.builder()
                .id(UUID.fromString("3c3a2b1c-6b1e-4b1e-8b1e-000000000001"))
                .dataId(new DataId("fr-ifremer-argo/a"))
                .metadataId(new MetadataId("urn:wmo:md:fr-ifremer-argo:a"))
                .pubtime(time)
                .temporal(new Temporal.At(time))
                .integrity(Integrity.ofData(IntegrityMethod.SHA512, announced))
                .link(
                        Link.primary(
                                LinkRelation.CANONICAL,
                                URI.create(href),
                                Optional.of("application/bufr"),
                                Optional.of(4L)))
                .build()
                .toBytes();
    }
}
