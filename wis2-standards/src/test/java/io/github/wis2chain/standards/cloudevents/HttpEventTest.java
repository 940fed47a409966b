package io.github.wis2chain.standards.cloudevents;

import static io.github.wis2chain.standards.cloudevents.EventFixture.anEvent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

class HttpEventTest {

    private static final CloudEventReader READER = CloudEventReader.standard();
    private static final byte[] ITEM = ItemFixture.anItem().asJson().toBytes();

    @Test
    void a_binary_event_is_the_same_as_its_structured_form() {
        CloudEvent binary = READER.readHttp(headers(), ITEM).event().orElseThrow();
        CloudEvent structured =
                READER.readHttp(
                                Map.of("content-type", "application/cloudevents+json"),
                                binary.document().toBytes())
                        .event()
                        .orElseThrow();

        assertThat(binary).isEqualTo(structured);
        assertThat(binary.id()).isEqualTo("profile-6999001-014");
        assertThat(binary.datacontenttype()).contains("application/json");
        assertThat(binary.json().orElseThrow()).isEqualTo(ItemFixture.anItem().asJson());
    }

    @Test
    void headers_that_are_no_attributes_are_none_of_ours() {
        Map<String, String> headers = headers();
        headers.put("Authorization", "Bearer x");
        headers.put("X-Trace", "y");

        assertThat(READER.readHttp(headers, ITEM).report().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Float%206999001, Float 6999001",
        "Euro%20%E2%82%AC%20%F0%9F%98%80, Euro € 😀",
        "%22quoted%22, '\"quoted\"'",
        "100%, 100%",
        "%zz, %zz",
        "plain, plain"
    })
    void a_value_is_percent_decoded(String header, String value) {
        Map<String, String> headers = headers();
        headers.put("CE-Subject", header);

        assertThat(READER.readHttp(headers, ITEM).event().orElseThrow().subject()).contains(value);
    }

    @Test
    void a_control_character_behind_a_percent_sign_is_found() {
        Map<String, String> headers = headers();
        headers.put("ce-subject", "a%00b");

        assertThat(onlyFault(READER.readHttp(headers, ITEM)).pointer()).isEqualTo("/subject");
    }

    @Test
    void an_attribute_in_two_cases_is_there_twice() {
        Map<String, String> headers = headers();
        headers.put("CE-ID", "other");

        assertThat(onlyFault(READER.readHttp(headers, ITEM)).message()).contains("there twice");
    }

    @Test
    void a_missing_attribute_fails_as_in_structured_mode() {
        Map<String, String> headers = headers();
        headers.remove("ce-source");

        assertThat(onlyFault(READER.readHttp(headers, ITEM)).message())
                .contains("source is missing");
    }

    @Test
    void data_of_another_media_type_are_kept_as_bytes() {
        Map<String, String> headers = headers();
        headers.put("Content-Type", "application/bufr");

        assertThat(
                        READER.readHttp(headers, new byte[] {0, 1, (byte) 0xFF})
                                .event()
                                .map(CloudEvent::data))
                .isEqualTo(Optional.of(new EventData.Binary("AAH/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents-batch+json", "application/cloudevents+avro"})
    void another_event_format_is_refused_by_its_name(String contentType) {
        EventRead read = READER.readHttp(Map.of("Content-Type", contentType), anEvent().asBytes());

        assertThat(onlyFault(read).message()).contains(contentType);
    }

    @Test
    void a_message_without_any_sign_is_read_in_structured_mode() {
        assertThat(READER.readHttp(Map.of(), anEvent().asBytes()).event()).isPresent();
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("ce-id", "profile-6999001-014");
        headers.put("ce-source", "/chain/argo/decoder-2");
        headers.put("ce-specversion", "1.0");
        headers.put("ce-type", "org.example.file.created");
        headers.put("ce-time", "2026-03-14T09:26:53Z");
        return headers;
    }

    private static Finding onlyFault(EventRead read) {
        assertThat(read.event()).isEmpty();
        assertThat(read.report().findings()).hasSize(1);
        return read.report().findings().getFirst();
    }
}
