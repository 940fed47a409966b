package io.github.wis2chain.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.app.settings.binding.ConfigurationFile;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.Problem;
import io.github.wis2chain.app.settings.binding.ShownText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SettingsTest {

    private static final String NODE = "node: {centre-id: fr-ifremer-argo}\n";

    private static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";

    @TempDir private Path folder;

    @Test
    void a_centre_id_is_all_that_is_needed() throws InvalidSettings {
        Settings settings = load(NODE);

        assertThat(settings.node().dataDir()).isEqualTo(folder.resolve("data"));
        assertThat(settings.broker()).isInstanceOf(BrokerChoice.Embedded.class);
        assertThat(settings.sources()).isEmpty();
        assertThat(settings.datasets()).isEmpty();
    }

    @Test
    void all_problems_are_reported_at_once_in_the_order_of_the_file() {
        assertThat(
                        problems(
                                """
                                node: {centre-id: Fr_Ifremer}
                                brokr: {}
                                sources:
                                  files: {mqtt: {broker: {url: 'mqtt://h'}, topic: 'a/#/b', qos: 3}}
                                engine: {retry: {limit: many}}
                                api: {port: 70000}
                                log: {level: chatty}
                                """))
                .satisfiesExactly(
                        text ->
                                assertThat(text)
                                        .startsWith("wis2.yaml:1:")
                                        .contains("node.centre-id", "[Fr_Ifremer]"),
                        text ->
                                assertThat(text)
                                        .startsWith("wis2.yaml:2:1: brokr")
                                        .contains("nearest known key is [broker]"),
                        text -> assertThat(text).contains("sources.files.mqtt.topic[0]", "[a/#/b]"),
                        text -> assertThat(text).contains("sources.files.mqtt.qos", "from 0 to 2"),
                        text -> assertThat(text).contains("engine.retry.limit", "whole number"),
                        text -> assertThat(text).contains("api.port", "from 0 to 65535"),
                        text -> assertThat(text).contains("log.level", "error, warn, info, debug"));
    }

    @Test
    void a_source_of_mqtt_3_1_1_has_the_defaults_of_that_version() throws InvalidSettings {
        Settings settings =
                load(
                        NODE
                                + """
                                sources:
                                  files:
                                    mqtt: {topic: a, broker: {url: 'mqtt://b', protocol: 3.1.1}}
                                """);

        assertThat(settings.sources().get("files"))
                .isInstanceOfSatisfying(
                        MqttSourceSettings.class,
                        source -> {
                            assertThat(source.retainAsPublished()).isFalse();
                            assertThat(source.retainHandling())
                                    .isEqualTo(MqttSourceSettings.RetainHandling.ALWAYS);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-local: on", "retain-as-published: on", "retain-handling: never"})
    void what_mqtt_3_1_1_does_not_have_is_refused_to_a_source_of_it(String option) {
        assertThat(
                        problems(
                                NODE
                                        + """
                                        sources:
                                          files:
                                            mqtt:
                                              topic: a
                                              broker: {url: 'mqtt://b', protocol: 3.1.1}
                                              %s
                                        """
                                                .formatted(option)))
                .singleElement()
                .asString()
                .contains("sources.files.mqtt", "need MQTT 5", "3.1.1");
    }

    @Test
    void a_topic_with_a_wildcard_or_an_unknown_level_is_refused_with_the_rest() {
        List<String> problems =
                problems(
                        """
                        node: {centre-id: fr-ifremer-argo}
                        datasets:
                          a: {topic: 'origin/a/wis2/fr-ifremer-argo/data/core/ocean/#'}
                          b: {topic: origin/a/wis2/fr-ifremer-argo/core/data/ocean/surface-based-observations/drifting-ocean-profilers}
                          c: {topic: origin/a/wis2/de-dwd/data/core/ocean/surface-based-observations/drifting-ocean-profilers}
                          d: {topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/floats}
                        """);

        assertThat(problems).anyMatch(text -> text.contains("datasets.a.topic"));
        assertThat(problems)
                .anyMatch(text -> text.contains("datasets.b.topic") && text.contains(TOPIC));
        assertThat(problems)
                .anyMatch(text -> text.contains("datasets.c.topic") && text.contains("de-dwd"));
        assertThat(problems)
                .anyMatch(text -> text.contains("datasets.d.topic") && text.contains("floats"));
    }

    @Test
    void a_dataset_may_only_name_a_source_that_is_defined() {
        assertThat(
                        problems(
                                NODE
                                        + "sources: {files: {http: {}}}\n"
                                        + "datasets: {argo: {when: {source: flies}, topic: "
                                        + TOPIC
                                        + "}}"))
                .singleElement()
                .asString()
                .contains("datasets.argo.when", "[flies]", "files");
    }

    @Test
    void the_largest_packet_is_one_that_the_protocol_knows() {
        assertThat(
                        problems(
                                NODE
                                        + "broker: {embedded: {limits: {max-packet: 1000B}}}\n"
                                        + "sources: {s: {mqtt: {broker: {url: 'mqtt://b'},"
                                        + " topic: a/#, max-packet: 300MB}}}"))
                .satisfiesExactly(
                        text -> assertThat(text).contains("max-packet", "1024B to 268435460B"),
                        text -> assertThat(text).contains("max-packet", "1024B to 268435460B"));
    }

    @Test
    void names_of_sources_and_datasets_have_a_form() {
        assertThat(
                        problems(
                                NODE
                                        + "sources: {Files: {http: {}}}\n"
                                        + "datasets: {'a b': {topic: "
                                        + TOPIC
                                        + "}}"))
                .satisfiesExactly(
                        text -> assertThat(text).contains("sources.Files", "lower-case"),
                        text -> assertThat(text).contains("datasets.a b", "lower-case"));
    }

    @Test
    void a_source_has_one_kind_and_a_node_one_broker() {
        assertThat(
                        problems(
                                NODE
                                        + """
                                        sources: {a: {http: {}, mqtt: {topic: x}}, b: {}}
                                        broker: {embedded: {}, external: {url: 'mqtt://h'}}
                                        """))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("sources.a.mqtt", "one kind"),
                        text -> assertThat(text).contains("sources.b", "mqtt or http"),
                        text -> assertThat(text).contains("broker.embedded", "one broker"));
    }

    @Test
    void a_source_may_share_its_events_and_filter_them() throws InvalidSettings {
        var source =
                (MqttSourceSettings)
                        load(NODE
                                        + "sources: {a: {mqtt: {topic: x, broker: {url:"
                                        + " 'mqtt://b'}, shared-group: g, payload-matches:"
                                        + " '\"type\"'}}}")
                                .sources()
                                .get("a");

        assertThat(source)
                .isNotNull()
                .satisfies(each -> {
                    assertThat(each.sharedGroup()).contains("g");
                    assertThat(each.payloadMatches().map(Object::toString)).contains("\"type\"");
                });
    }

    @Test
    void what_is_told_to_a_broker_elsewhere_is_a_problem_of_a_source_of_the_embedded_one() {
        assertThat(
                        problems(
                                NODE
                                        + "sources: {a: {mqtt: {topic: x, qos: 2, shared-group: g,"
                                        + " payload-matches: y}}}"))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("sources.a.mqtt.qos", "does nothing"),
                        text ->
                                assertThat(text)
                                        .contains("sources.a.mqtt.shared-group", "does nothing"));
    }

    @Test
    void two_connections_of_one_client_id_to_one_broker_are_a_problem() {
        assertThat(
                        problems(
                                NODE
                                        + """
                                        broker: {external: {url: 'mqtt://h'}}
                                        publish: {client-id: mine}
                                        sources:
                                          a: {mqtt: {topic: x, client-id: same}}
                                          b: {mqtt: {topic: y, client-id: same}}
                                          c: {mqtt: {topic: z, client-id: mine}}
                                          d: {mqtt: {topic: z, client-id: same, broker: {url: 'mqtt://h:1884'}}}
                                        """))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("sources.b.mqtt.client-id", "source [a]"),
                        text ->
                                assertThat(text)
                                        .contains("sources.c.mqtt.client-id", "the publisher"));
    }

    @Test
    void the_environment_wins_over_the_file_and_over_defaults() throws InvalidSettings {
        Settings settings =
                load(
                        NODE + "api: {port: 8080}",
                        Map.of(
                                "WIS2_NODE_CENTRE_ID", "de-dwd",
                                "WIS2_API_PORT", "9090",
                                "WIS2_LINKS_ALLOW", "localhost, 10.0.0.0/8",
                                "WIS2_BROKER_EXTERNAL_URL", "mqtt://broker:1883"));

        assertThat(settings.node().centreId()).hasToString("de-dwd");
        assertThat(settings.api().port()).isEqualTo(9090);
        assertThat(settings.links().allow()).containsExactly("localhost", "10.0.0.0/8");
        assertThat(settings.broker()).isInstanceOf(BrokerChoice.External.class);
    }

    @Test
    void a_variable_that_is_nearly_a_setting_is_reported_and_others_are_left_alone() {
        assertThat(
                        problems(
                                NODE,
                                Map.of(
                                        "WIS2_NODE_CENTER_ID", "de-dwd",
                                        "WIS2_TOKEN", "t",
                                        "WIS2_JAVA_HOME", "/opt/java")))
                .singleElement()
                .asString()
                .contains("WIS2_NODE_CENTER_ID", "WIS2_NODE_CENTRE_ID");
    }

    @Test
    void a_variable_whose_section_is_misspelt_is_reported() {
        assertThat(
                        problems(
                                NODE + "publish: {client-id: '${WIS2_MINE}'}",
                                Map.of(
                                        "WIS2_LINK_TIMEOUT", "5s",
                                        "WIS2_MINE", "mine",
                                        "WIS2_URL", "http://127.0.0.1:8080",
                                        "WIS2_MQTT_PASSWORD", "p",
                                        "OTHER", "x")))
                .singleElement()
                .asString()
                .contains("WIS2_LINK_TIMEOUT", "WIS2_LINKS_TIMEOUT");
    }

    @Test
    void variables_that_kubernetes_makes_for_a_service_are_left_alone() {
        assertThat(
                        problems(
                                NODE,
                                Map.of(
                                        "WIS2_SERVICE_HOST", "10.0.0.7",
                                        "WIS2_SERVICE_PORT", "8080",
                                        "WIS2_NODE_SERVICE_PORT_MQTT", "1883",
                                        "WIS2_PORT", "tcp://10.0.0.7:8080",
                                        "WIS2_PORT_8080_TCP_ADDR", "10.0.0.7")))
                .isEmpty();
        assertThat(problems(NODE, Map.of("WIS2_AIP_PORT", "8080")))
                .singleElement()
                .asString()
                .contains("WIS2_API_PORT");
    }

    @Test
    void what_a_variable_overrides_may_refer_to_another() {
        assertThat(
                        problems(
                                NODE + "publish: {client-id: '${WIS2_MINE}'}",
                                Map.of("WIS2_MINE", "mine", "WIS2_PUBLISH_CLIENT_ID", "yours")))
                .isEmpty();
    }

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
        assertThat(problems(NODE + "api: {token: short-one}"))
                .singleElement()
                .asString()
                .contains("api", "too short")
                .doesNotContain("short-one");
        assertThat(problems(NODE + "api: {token: 'file:nowhere'}"))
                .singleElement()
                .asString()
                .contains("api.token", "nowhere", "no such file");
    }

    @Test
    void an_open_api_needs_a_token() {
        assertThat(problems(NODE + "api: {bind: 0.0.0.0}"))
                .singleElement()
                .asString()
                .contains("0.0.0.0", "token");
    }

    @Test
    void users_may_stand_in_a_file_whose_problems_are_reported_too() throws IOException {
        Files.writeString(folder.resolve("users.yaml"), "users:\n- {name: a, pasword-hash: x}\n");

        assertThat(problems(NODE + "broker: {embedded: {users-file: users.yaml}}"))
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
                                NODE + "broker: {embedded: {users-file: users.yaml}}",
                                Map.of("WIS2_OPS_HASH", hash)))
                .isEmpty();
    }

    @Test
    void a_variable_in_a_comment_or_behind_two_dollars_is_not_referred_to() {
        assertThat(
                        problems(
                                NODE + "# ${WIS2_MINE}\npublish: {client-id: '$${WIS2_YOURS}'}",
                                Map.of("WIS2_MINE", "mine", "WIS2_YOURS", "yours")))
                .satisfiesExactly(
                        text -> assertThat(text).contains("WIS2_MINE"),
                        text -> assertThat(text).contains("WIS2_YOURS"));
    }

    @Test
    void what_a_part_would_refuse_at_its_start_is_refused_here() {
        assertThat(
                        problems(
                                NODE
                                        + """
                                        broker:
                                          embedded:
                                            users: [{name: a, password-hash: 'plain text'}]
                                        datasets:
                                          x: {topic: origin/a/wis2/fr-ifremer-argo/data/core/weather/surface-based-observations/synop, data-id: '{centre}', inline-up-to: 4kB}
                                        links: {allow: ['10.0.0.0/99']}
                                        """))
                .satisfiesExactly(
                        text ->
                                assertThat(text)
                                        .contains("broker.embedded.users[0]", "pbkdf2-sha512")
                                        .doesNotContain("plain text"),
                        text -> assertThat(text).contains("datasets.x.data-id", "{centre}"),
                        text -> assertThat(text).contains("datasets.x.inline-up-to", "3072B"),
                        text -> assertThat(text).contains("links", "10.0.0.0/99"));
        assertThat(problems(NODE + "broker: {embedded: {port: 8081}}"))
                .singleElement()
                .asString()
                .contains("port 8081 is given to two listeners");
    }

    @Test
    void what_is_shown_can_be_read_again_as_a_configuration()
            throws InvalidSettings, IOException, URISyntaxException {
        var read = sample();

        Settings again =
                Settings.parse("shown.yaml", ShownText.yaml(read.shown()), folder, Map.of())
                        .settings();

        assertThat(again.datasets()).isEqualTo(read.settings().datasets());
        assertThat(again.sources()).isEqualTo(read.settings().sources());
        assertThat(again.links()).isEqualTo(read.settings().links());
    }

    @Test
    void the_sample_configuration_is_valid_and_has_a_dataset_that_is_not_argo()
            throws InvalidSettings, IOException, URISyntaxException {
        Settings settings = sample().settings();

        assertThat(settings.datasets()).containsOnlyKeys("argo-bufr", "synop");
    }

    private ConfigurationFile.Read<Settings> sample()
            throws InvalidSettings, IOException, URISyntaxException {
        var resource = Settings.class.getResource("/io/github/wis2chain/app/wis2.sample.yaml");
        assertThat(resource).isNotNull();
        return Settings.parse(
                "wis2.sample.yaml", Files.readString(Path.of(resource.toURI())), folder, Map.of());
    }

    @Test
    void a_problem_is_the_text_of_the_exception_too() {
        assertThatThrownBy(() -> load("node: {}"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("node.centre-id")
                .hasMessageContaining("it is missing");
    }

    private Settings load(String yaml) throws InvalidSettings {
        return load(yaml, Map.of());
    }

    private Settings load(String yaml, Map<String, String> environment) throws InvalidSettings {
        return Settings.parse("wis2.yaml", yaml, folder, environment).settings();
    }

    private List<String> problems(String yaml) {
        return problems(yaml, Map.of());
    }

    private List<String> problems(String yaml, Map<String, String> environment) {
        try {
            load(yaml, environment);
            return List.of();
        } catch (InvalidSettings invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }
}
