package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.adapters.broker.BrokerListener;
import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.adapters.broker.BrokerSettings;
import io.github.wis2chain.adapters.broker.BrokerUser;
import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.broker.TopicRight;
import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.engine.people.PasswordHash;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The doctor and the status of real nodes, brokers and ports.
class DoctorCommandTest {

    private static final String TOKEN = "a-token-of-this-test";
    private static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";

    @TempDir private Path folder;

    private int api;
    private int mqtt;
    private int websocket;

    @BeforeEach
    void choosePorts() throws IOException {
        try (var first = new ServerSocket(0);
                var second = new ServerSocket(0);
                var third = new ServerSocket(0)) {
            api = first.getLocalPort();
            mqtt = second.getLocalPort();
            websocket = third.getLocalPort();
        }
    }

    @Test
    void nothing_is_in_the_way_of_a_node_that_has_not_been_started_yet() throws IOException {
        var result = doctor(embedded());

        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.out())
                .contains(
                        "PASS  java: Java 25",
                        "wis2.yaml is valid.",
                        "PASS  node: No node with this configuration runs here.",
                        "PASS  port api.port: Port %d of 127.0.0.1 is free.".formatted(api),
                        "PASS  data directory: ",
                        "PASS  store: There is no store yet",
                        "PASS  disk: ",
                        "PASS  broker: The node has a broker of its own",
                        "PASS  discovery record of argo: urn:wmo:md:fr-ifremer-argo:argo")
                .doesNotContain("FAIL");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_told_with_who_has_it() throws IOException {
        try (var taken = new ServerSocket(mqtt, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();

            var result = doctor(embedded());

            assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMING);
            assertThat(result.out())
                    .contains(
                            "FAIL  port broker.embedded.port: Port %d of 127.0.0.1 cannot be had: "
                                    .formatted(mqtt),
                            "by process %d (".formatted(ProcessHandle.current().pid()),
                            "To do: Stop what uses it, or change broker.embedded.port.");
        }
    }

    @Test
    void a_configuration_with_problems_or_none_is_a_failed_check() throws IOException {
        var invalid = doctor("node: { centre: x }");
        assertThat(invalid.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(invalid.out()).contains("FAIL  configuration: ", "node.centre-id");

        var none = new Typed().run("doctor", "--config", folder + "/none.yaml", "--json");
        assertThat(none.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(none.out())
                .hasLineCount(1)
                .contains("\"well\":false", "\"verdict\":\"FAIL\"", "wis2 config show --sample");
    }

    @Test
    void a_data_directory_that_is_a_file_and_a_certificate_that_is_none_fail() throws IOException {
        Files.writeString(folder.resolve("data"), "a file");
        Files.writeString(folder.resolve("c.pem"), "no certificate");

        var result =
                doctor(
                        embedded()
                                .replace(
                                        "embedded: {",
                                        "embedded: { tls: { certificate: c.pem, key: c.pem, port:"
                                                + " 0, websocket-port: off },"));

        assertThat(result.out())
                .contains(
                        "FAIL  data directory: ",
                        "FAIL  certificate of broker: ",
                        "FAIL  key of broker: ");
    }

    @Test
    void a_broker_that_is_not_there_fails_the_node_and_its_source() throws IOException {
        var result = doctor(external("u", "p", "files/#"));

        assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(result.out())
                .contains(
                        "FAIL  broker: No connection to mqtt://127.0.0.1:%d: the host cannot be"
                                        .formatted(mqtt)
                                + " reached",
                        "FAIL  source files: No connection",
                        "To do: Check that the broker runs, and url, user, password and tls of"
                                + " broker.external.");
    }

    @Test
    void rights_that_a_broker_does_not_give_are_found() throws IOException {
        try (EmbeddedBroker broker = broker(TopicRight.read("files/#"))) {
            assertThat(broker.listeners()).hasSize(1);

            var reads = doctor(external("u", "secret", "files/#"), "--publish");
            var other = doctor(external("u", "secret", "other/#"));
            var stranger = doctor(external("u", "wrong", "files/#"));

            assertThat(reads.out())
                    .contains(
                            "PASS  broker: mqtt://127.0.0.1:%d lets the node in.".formatted(mqtt),
                            "FAIL  publication on " + TOPIC,
                            "PASS  source files: ");
            assertThat(other.out()).contains("FAIL  source files: ", "right to read other/#");
            assertThat(stranger.out()).contains("FAIL  broker: No connection", "refused");
        }
    }

    @Test
    void a_running_node_is_recognised_and_asked_and_its_trouble_is_told()
            throws IOException, InvalidSettings {
        Path file = write(embedded());
        try (Application node =
                Application.start(
                        Settings.load(file, Map.of()).settings(), InstantSource.system())) {
            assertThat(node.apiPort()).isEqualTo(api);

            var well = doctor(embedded());
            assertThat(well.code()).as(well.out()).isZero();
            assertThat(well.out())
                    .contains(
                            "PASS  node: It runs, and answers at http://127.0.0.1:" + api,
                            "The running node answers on port " + mqtt,
                            "PASS  store: The running node uses it.",
                            "PASS  node: journal: Events are written.",
                            "WARN  discovery record of argo: This node did not announce");
            assertThat(status().code()).as(status().out()).isZero();

            handIn("http://127.0.0.1:1/a.bufr");
            Awaitility.await()
                    .until(() -> status().out().contains("Downloads fail from 127.0.0.1:1"));

            assertThat(status().code()).isEqualTo(ExitCode.NOT_CONFORMING);
            assertThat(doctor(embedded()).out())
                    .contains("WARN  node: data servers: Downloads fail from 127.0.0.1:1 since");
        }
        assertThat(doctor(embedded()).out()).contains("PASS  store: Its tables are of version");
    }

    private void handIn(String href) throws IOException {
        Path event =
                Files.writeString(
                        folder.resolve("event.json"),
                        """
                        {"specversion":"1.0","id":"1","source":"test","type":"int.example.created",
                         "subject":"a","time":"2026-11-25T10:00:00Z","datacontenttype":"application/geo+json",
                         "data":{"type":"Feature","stac_version":"1.0.0","id":"a",
                          "geometry":{"type":"Point","coordinates":[1,2]},"bbox":[1,2,1,2],
                          "properties":{"datetime":"2026-11-25T10:00:00Z"},"links":[],
                          "assets":{"a":{"href":"%s","type":"application/bufr","roles":["data"]}}}}
                        """
                                .formatted(href));
        var sent = client().run("event", "send", event.toString());
        assertThat(sent.code()).as(sent.err()).isZero();
    }

    private Typed.Result status() {
        return client().run("status");
    }

    private Typed client() {
        return new Typed().with("WIS2_URL", "http://127.0.0.1:" + api).with("WIS2_TOKEN", TOKEN);
    }

    private Typed.Result doctor(String yaml, String... options) throws IOException {
        String file = write(yaml).toString();
        List<String> line = new ArrayList<>(List.of("doctor", "--config", file));
        line.addAll(List.of(options));
        return new Typed().run(line.toArray(String[]::new));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("wis2.yaml"), yaml);
    }

    private EmbeddedBroker broker(TopicRight right) {
        return EmbeddedBroker.start(
                BrokerSettings.onLoopback(
                                folder.resolve("other-broker"),
                                Optional.empty(),
                                List.of(
                                        new BrokerUser(
                                                "u",
                                                PasswordHash.of("secret".toCharArray()),
                                                List.of(right))))
                        .withListeners(
                                List.of(new BrokerListener(Transport.TCP, "127.0.0.1", mqtt))),
                InstantSource.system(),
                List.of());
    }

    private String embedded() {
        return node(
                """
                broker: { embedded: { port: %d, websocket-port: %d, users: [{ name: everyone, password-hash: "%s", rights: [{ topic: "origin/#", access: read }] }] } }
                links: { allow: [loopback] }
                """
                        .formatted(mqtt, websocket, PasswordHash.of("everyone".toCharArray())));
    }

    private String external(String user, String password, String topic) {
        return node(
                """
                broker: { external: { url: "mqtt://127.0.0.1:%d", user: %s, password: %s, connect-timeout: 20s } }
                sources: { files: { mqtt: { topic: "%s" } } }
                """
                        .formatted(mqtt, user, password, topic));
    }

    private String node(String rest) {
        return """
        node: { centre-id: fr-ifremer-argo, data-dir: data }
        api: { port: %d, token: %s }
        datasets:
          argo:
            when: { subject: "a" }
            metadata-id: urn:wmo:md:fr-ifremer-argo:argo
            topic: %s
            data-id: "{centre-id}/{href.name}"
        """
                        .formatted(api, TOKEN, TOPIC)
                + rest;
    }
}
