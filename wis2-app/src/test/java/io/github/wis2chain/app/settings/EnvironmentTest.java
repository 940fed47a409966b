package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.Configured.NODE;
import static io.github.wis2chain.app.settings.Configured.load;
import static io.github.wis2chain.app.settings.Configured.problem;
import static io.github.wis2chain.app.settings.Configured.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.binding.InvalidSettings;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// Variables of the environment beside the file.
class EnvironmentTest {

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
                        problem(
                                NODE,
                                Map.of(
                                        "WIS2_NODE_CENTER_ID", "de-dwd",
                                        "WIS2_TOKEN", "t",
                                        "WIS2_JAVA_HOME", "/opt/java")))
                .contains("WIS2_NODE_CENTER_ID", "WIS2_NODE_CENTRE_ID");
    }

    @Test
    void a_variable_whose_section_is_misspelt_is_reported() {
        assertThat(
                        problem(
                                NODE + "publish: {client-id: '${WIS2_MINE}'}",
                                Map.of(
                                        "WIS2_LINK_TIMEOUT", "5s",
                                        "WIS2_MINE", "mine",
                                        "WIS2_URL", "http://127.0.0.1:8080",
                                        "WIS2_MQTT_PASSWORD", "p",
                                        "OTHER", "x")))
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
        assertThat(problem(NODE, Map.of("WIS2_AIP_PORT", "8080"))).contains("WIS2_API_PORT");
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
    void a_variable_in_a_comment_or_behind_two_dollars_is_not_referred_to() {
        assertThat(
                        problems(
                                NODE + "# ${WIS2_MINE}\npublish: {client-id: '$${WIS2_YOURS}'}",
                                Map.of("WIS2_MINE", "mine", "WIS2_YOURS", "yours")))
                .satisfiesExactly(
                        text -> assertThat(text).contains("WIS2_MINE"),
                        text -> assertThat(text).contains("WIS2_YOURS"));
    }
}
