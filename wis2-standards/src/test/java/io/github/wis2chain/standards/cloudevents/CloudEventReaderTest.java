package io.github.wis2chain.standards.cloudevents;

import static io.github.wis2chain.standards.cloudevents.EventFixture.anEvent;
import static io.github.wis2chain.standards.json.TestDocument.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

class CloudEventReaderTest {

    private static final CloudEventReader READER = CloudEventReader.standard();

    @Test
    void a_valid_event_is_read_with_all_its_attributes() {
        CloudEvent event = accepted(anEvent().with("partitionkey", "6999001"));

        assertThat(event.id()).isEqualTo("profile-6999001-014");
        assertThat(event.source()).isEqualTo("/chain/argo/decoder-2");
        assertThat(event.type()).isEqualTo("org.example.file.created");
        assertThat(event.specversion()).isEqualTo("1.0");
        assertThat(event.subject()).contains("diffusion/files/example/argo/bufr");
        assertThat(event.time()).contains(Instant.parse("2026-03-14T09:26:53Z"));
        assertThat(event.datacontenttype()).contains("application/json");
        assertThat(event.dataschema()).isPresent();
        assertThat(event.extensions()).containsExactly(Map.entry("partitionkey", "6999001"));
        assertThat(event.json().orElseThrow().pointer()).isEqualTo("/data");
        assertThat(event.json().orElseThrow().text("type")).contains("Feature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "specversion"})
    void a_required_attribute_must_be_there(String name) {
        Finding finding = onlyFault(anEvent().without(name), name);

        assertThat(finding.pointer()).isEqualTo("/" + name);
        assertThat(finding.message()).contains(name + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "specversion"})
    void a_required_attribute_that_is_null_is_missing(String name) {
        assertThat(onlyFault(anEvent().withJson(name, json("null")), name).message())
                .contains("is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "source", "type", "subject", "time", "dataschema", "datacontenttype"})
    void an_attribute_must_not_be_empty(String name) {
        assertThat(onlyFault(anEvent().with(name, ""), name).message()).contains("is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "source",
                "type",
                "specversion",
                "subject",
                "time",
                "dataschema",
                "datacontenttype"
            })
    void an_attribute_must_be_a_string(String name) {
        assertThat(onlyFault(anEvent().withJson(name, json("1.0")), name).message())
                .contains("is a number; a string is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "time", "dataschema", "datacontenttype", "data"})
    void an_optional_member_may_be_absent(String name) {
        assertThat(accepted(anEvent().without(name)).id()).isNotEmpty();
    }

    @Test
    void an_optional_attribute_that_is_null_is_absent() {
        assertThat(accepted(anEvent().withJson("subject", json("null"))).subject()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1", "1.0.2", "2.0"})
    void another_specversion_fails(String version) {
        assertThat(onlyFault(anEvent().with("specversion", version), "specversion").message())
                .contains("[" + version + "]", "1.0 is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "co050203",
                "/a/b",
                "https://example.org/a?b=c:d#e",
                "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
                "mailto:x@example.org",
                "?a:b",
                "https://[2001:db8::7]:8080/x",
                "a%20b",
                "//host:80/x"
            })
    void a_source_may_be_any_uri_reference(String source) {
        assertThat(accepted(anEvent().with("source", source)).source()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "a b,U+0020 at index 1",
        "a%2,index 1",
        "é,U+00E9",
        "1a:b,no scheme",
        ":b,no scheme",
        "<a>,U+003C",
        "a[1],a bracket",
        "a#b#c,a second '#'",
        "https://[x]/,a bracket",
        "https://example.org:80a/,RFC 3986",
        "https://example.org/a?b=[c],a bracket",
        "/files/a[1].bufr?t=10:00,a bracket",
        "a[1]/b:c,a bracket"
    })
    void a_source_must_be_a_uri_reference(String source, String why) {
        assertThat(onlyFault(anEvent().with("source", source), "source").message()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema.json", "/a/b", "//host/x"})
    void a_dataschema_must_be_absolute(String uri) {
        assertThat(onlyFault(anEvent().with("dataschema", uri), "dataschema").message())
                .contains("an absolute URI is required");
    }

    @Test
    void a_time_may_have_any_offset() {
        assertThat(accepted(anEvent().with("time", "2026-03-14T10:26:53.5+01:00")).time())
                .contains(Instant.parse("2026-03-14T09:26:53.5Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-14T09:26:53", "2026-03-14", "yesterday", "2026-02-30T00:00:00Z"})
    void a_time_must_follow_rfc_3339(String time) {
        assertThat(onlyFault(anEvent().with("time", time), "time").message())
                .contains("[" + time + "]", "RFC 3339");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "application/",
                "/json",
                "a b/c",
                "application/json/x",
                "application/json; charset",
                "application/json; charset=",
                "application/json; =utf-8",
                "application/json; charset=a b",
                "application/json; charset=\"utf-8",
                "application/json; charset=\"utf-8\"x"
            })
    void a_datacontenttype_must_be_a_media_type(String type) {
        onlyFault(anEvent().with("datacontenttype", type), "datacontenttype");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "application/json;charset=\"utf-8\" ; a=b",
                "application/json; note=\"a; \\\"b\\\"\"",
                "application/json;"
            })
    void a_media_type_may_have_parameters(String type) {
        assertThat(accepted(anEvent().with("datacontenttype", type)).datacontenttype())
                .contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace-id", "trace_id", "traceId", "é"})
    void an_attribute_name_is_lower_case_letters_and_digits(String name) {
        assertThat(onlyFault(anEvent().with(name, "x"), "naming").pointer()).isEqualTo("/" + name);
    }

    @Test
    void a_defined_attribute_in_another_case_is_put_right() {
        Finding finding =
                onlyFault(
                        anEvent().without("subject").with("Subject", "diffusion/files"), "naming");

        assertThat(finding.fix()).contains("subject");
    }

    @Test
    void a_long_attribute_name_is_a_warning() {
        EventRead read =
                READER.readStructured(anEvent().with("abcdefghijklmnopqrstu", "x").asBytes());

        assertThat(read.event()).isPresent();
        assertThat(read.report().verdict()).isEqualTo(Verdict.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "7,7", "-2147483648,-2147483648", "'\"text\"',text"})
    void an_extension_is_kept_in_its_string_form(String json, String text) {
        assertThat(accepted(anEvent().withJson("extra", json(json))).extensions())
                .containsEntry("extra", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "1.5", "2147483648"})
    void an_extension_of_another_type_fails(String json) {
        onlyFault(anEvent().withJson("extra", json(json)), "type-system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085b", "a\uFFFEb", "a\uFDD0b"})
    void an_attribute_has_no_control_characters(String text) {
        assertThat(onlyFault(anEvent().with("subject", text), "type-system").pointer())
                .isEqualTo("/subject");
    }

    @Test
    void data_may_be_base64() {
        CloudEvent event = accepted(anEvent().without("data").with("data_base64", "QlVGUg=="));

        assertThat(event.json()).isEmpty();
        assertThat(event.data()).isEqualTo(new EventData.Binary("QlVGUg=="));
        assertThat(new EventData.Binary("QlVGUg==").bytes())
                .isEqualTo("BUFR".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void data_in_both_forms_fails() {
        assertThat(onlyFault(anEvent().with("data_base64", "QlVGUg=="), "data").message())
                .contains("only one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"QlVGUg\"", "\"Q!==\"", "7"})
    void data_base64_must_be_base64(String json) {
        onlyFault(anEvent().without("data").withJson("data_base64", json(json)), "data");
    }

    @Test
    void an_event_without_data_carries_nothing() {
        assertThat(accepted(anEvent().without("data")).data()).isEqualTo(new EventData.None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"event\"", "{\"id\":", "{\"id\":1,\"id\":2}", "\uFEFF{}"})
    void a_text_that_is_no_json_object_fails_the_format(String text) {
        EventRead read = READER.readStructured(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.event()).isEmpty();
        assertThat(read.report().findings()).hasSize(1);
        assertThat(read.report().findings().getFirst().requirement().test()).isEqualTo("format");
    }

    @Test
    void all_faults_are_reported_at_once() {
        EventRead read =
                READER.readStructured(
                        anEvent()
                                .without("id")
                                .with("time", "now")
                                .with("specversion", "0.3")
                                .asBytes());

        assertThat(read.report().findings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/id", "/time", "/specversion");
    }

    private static CloudEvent accepted(EventFixture event) {
        EventRead read = READER.readStructured(event.asBytes());
        assertThat(read.report().findings()).isEmpty();
        return read.event().orElseThrow();
    }

    private static Finding onlyFault(EventFixture event, String requirement) {
        EventRead read = READER.readStructured(event.asBytes());
        assertThat(read.event()).isEmpty();
        assertThat(read.report().findings()).hasSize(1);
        Finding finding = read.report().findings().getFirst();
        assertThat(finding.requirement().id()).isEqualTo("/cloudevents/" + requirement);
        return finding;
    }
}
