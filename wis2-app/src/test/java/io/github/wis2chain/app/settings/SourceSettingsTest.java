package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.Configured.NODE;
import static io.github.wis2chain.app.settings.Configured.load;
import static io.github.wis2chain.app.settings.Configured.problem;
import static io.github.wis2chain.app.settings.Configured.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.binding.InvalidSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a source of events may be told, and what contradicts the broker it reads from.
class SourceSettingsTest {

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
                        problem(
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
                .contains("sources.files.mqtt", "need MQTT 5", "3.1.1");
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
}
