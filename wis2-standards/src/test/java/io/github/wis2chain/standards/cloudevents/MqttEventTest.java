package io.github.wis2chain.standards.cloudevents;

import static io.github.wis2chain.standards.cloudevents.EventFixture.anEvent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class MqttEventTest {

    private static final CloudEventReader READER = CloudEventReader.standard();
    private static final Optional<String> JSON = Optional.of("application/json; charset=utf-8");
    private static final byte[] ITEM = ItemFixture.anItem().asBytes();

    private static final List<UserProperty> ATTRIBUTES =
            List.of(
                    new UserProperty("id", "profile-6999001-014"),
                    new UserProperty("source", "/chain/argo/decoder-2"),
                    new UserProperty("specversion", "1.0"),
                    new UserProperty("type", "org.example.file.created"),
                    new UserProperty("time", "2026-03-14T09:26:53Z"));

    @Test
    void a_binary_event_is_the_same_as_its_structured_form() {
        CloudEvent binary = READER.readMqtt(JSON, ATTRIBUTES, ITEM).event().orElseThrow();
        CloudEvent structured =
                READER.readStructured(binary.document().toBytes()).event().orElseThrow();

        assertThat(binary).isEqualTo(structured);
        assertThat(binary.datacontenttype()).isEqualTo(JSON);
        assertThat(binary.json().orElseThrow()).isEqualTo(ItemFixture.anItem().asJson());
        assertThat(binary.json().orElseThrow().pointer()).isEqualTo("/data");
    }

    @Test
    void a_payload_of_another_media_type_is_kept_as_bytes() {
        byte[] payload = {0, 1, (byte) 0xFF};
        CloudEvent event =
                READER.readMqtt(Optional.of("application/bufr"), ATTRIBUTES, payload)
                        .event()
                        .orElseThrow();

        assertThat(event.data()).isEqualTo(new EventData.Binary("AAH/"));
    }

    @Test
    void an_empty_payload_is_no_data() {
        assertThat(READER.readMqtt(JSON, ATTRIBUTES, new byte[0]).event().orElseThrow().data())
                .isEqualTo(new EventData.None());
    }

    @Test
    void a_payload_announced_as_json_must_be_json() {
        EventRead read = READER.readMqtt(JSON, ATTRIBUTES, "{".getBytes(StandardCharsets.UTF_8));

        assertThat(onlyFault(read).pointer()).isEqualTo("/data");
        assertThat(onlyFault(read).message()).contains("line 1");
    }

    @Test
    void a_missing_attribute_fails_as_in_structured_mode() {
        EventRead read = READER.readMqtt(JSON, ATTRIBUTES.stream().skip(1).toList(), ITEM);

        assertThat(onlyFault(read).message()).contains("id is missing");
    }

    @Test
    void an_attribute_given_twice_fails() {
        EventRead read = READER.readMqtt(JSON, and(new UserProperty("id", "other")), ITEM);

        assertThat(onlyFault(read).message()).contains("id is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Trace", "data", "datacontenttype", "data_base64", ""})
    void a_user_property_that_is_no_attribute_is_left_out_with_a_warning(String name) {
        EventRead read = READER.readMqtt(JSON, and(new UserProperty(name, "x")), ITEM);

        assertThat(read.event().orElseThrow().extensions()).isEmpty();
        assertThat(read.report().verdict()).isEqualTo(Verdict.WARNING);
        assertThat(read.report().findings().getFirst().message()).contains("[" + name + "]");
    }

    @Test
    void an_extension_is_a_user_property() {
        EventRead read = READER.readMqtt(JSON, and(new UserProperty("extra", "x")), ITEM);

        assertThat(read.event().orElseThrow().extensions()).containsEntry("extra", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "Application/CloudEvents+JSON;charset=utf-8"
            })
    void the_content_type_tells_the_structured_mode(String contentType) {
        EventRead read = READER.readMqtt(Optional.of(contentType), ATTRIBUTES, anEvent().asBytes());

        assertThat(read.event().orElseThrow().subject()).isPresent();
    }

    @Test
    void a_message_without_any_sign_is_read_in_structured_mode() {
        assertThat(READER.readMqtt(Optional.empty(), List.of(), anEvent().asBytes()).event())
                .isPresent();
        assertThat(READER.readMqtt(JSON, List.of(), anEvent().asBytes()).event()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents-batch+json", "application/cloudevents+avro"})
    void another_event_format_is_refused_by_its_name(String contentType) {
        EventRead read = READER.readMqtt(Optional.of(contentType), List.of(), anEvent().asBytes());

        assertThat(onlyFault(read).message()).contains(contentType);
    }

    private static List<UserProperty> and(UserProperty property) {
        List<UserProperty> properties = new ArrayList<>(ATTRIBUTES);
        properties.add(property);
        return properties;
    }

    private static Finding onlyFault(EventRead read) {
        assertThat(read.event()).isEmpty();
        assertThat(read.report().findings()).hasSize(1);
        return read.report().findings().getFirst();
    }
}
