package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.Configured.NODE;
import static io.github.wis2chain.app.settings.Configured.load;
import static io.github.wis2chain.app.settings.Configured.problem;
import static io.github.wis2chain.app.settings.Configured.problems;
import static io.github.wis2chain.app.settings.RecordCase.FOLDER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.app.settings.binding.ConfigurationFile;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.ShownText;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A configuration as a whole.
class SettingsTest {

    @Test
    void a_centre_id_is_all_that_is_needed() throws InvalidSettings {
        Settings settings = load(NODE);

        assertThat(settings.node().dataDir()).isEqualTo(FOLDER.resolve("data"));
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
        assertThat(problem(NODE + "broker: {embedded: {port: 8081}}"))
                .contains("port 8081 is given to two listeners");
    }

    @Test
    void what_is_shown_can_be_read_again_as_a_configuration()
            throws InvalidSettings, IOException, URISyntaxException {
        var read = sample();

        Settings again =
                Settings.parse("shown.yaml", ShownText.yaml(read.shown()), FOLDER, Map.of())
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

    @Test
    void a_problem_is_the_text_of_the_exception_too() {
        assertThatThrownBy(() -> load("node: {}"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("node.centre-id")
                .hasMessageContaining("it is missing");
    }

    private ConfigurationFile.Read<Settings> sample()
            throws InvalidSettings, IOException, URISyntaxException {
        var resource = Settings.class.getResource("/io/github/wis2chain/app/wis2.sample.yaml");
        assertThat(resource).isNotNull();
        return Settings.parse(
                "wis2.sample.yaml", Files.readString(Path.of(resource.toURI())), FOLDER, Map.of());
    }
}
