package io.github.wis2chain.standards.wme;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wme.TestEvent.anEvent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.ReportAssert;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class WmeSuiteTest {

    private static final String CORE = "/req/monitoring-event-message-core/";

    @Test
    void a_sound_event_has_no_findings() {
        judged(anEvent()).hasNoFindings().hasTests(Verdict.FAILED);
        assertThat(Wme.validate(anEvent().asJson()).tests()).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "/id | \"7\" | id",
                "/id | \"7a1c1f0e54d44d539a500d1f2f6f1c11\" | id",
                "/id | 7 | id",
                "/specversion | \"0.3\" | version",
                "/type | \"int.wmo.wis.wme\" | type",
                "/type | \"int.wmo.wis.wme.wcmp2.ets\" | type",
                "/type | \"int.wmo.wis.wme.event.gossip\" | type",
                "/source | \"ca-nobody\" | source",
                "/source | \"\" | source",
                "/subject | \"fr-nobody\" | subject",
                "/subject | null | subject",
                "/time | \"2026-01-31T06:00:00+01:00\" | time",
                "/time | \"2026-01-31\" | time",
                "/datacontenttype | \"application/geo+json\" | datacontenttype",
                "/dataschema | \"https://example.org/schema.json\" | dataschema",
                "/data | \"{}\" | data",
                "/data | [] | data",
                "/data/conformsTo | [] | data_conformance",
                "/data/conformsTo |"
                        + " \"http://wis.wmo.int/spec/wme/1/conf/monitoring-event-message-core\" |"
                        + " data_conformance",
                "/data/severity | \"FATAL\" | data_severity",
                "/data/severity | 3 | data_severity",
                "/data/content | [] | data_content",
                "/data/content/title | \" \" | data_content_title",
                "/data/content/title | 7 | data_content_title",
                "/data/links | [] | data_links",
                "/data/links/0/href | \"mqtt://example.org\" | data_links",
                "/data/links/0/rel | null | data_links",
                "/data/time | \"2026-01-31\" | validation",
                "/data/time | {} | validation"
            })
    void a_wrong_value_fails_its_requirement(String pointer, String value, String test) {
        judged(anEvent().with(pointer, value))
                .fails(CORE + test, pointer)
                .hasTests(Verdict.FAILED, test);
    }

    @ParameterizedTest
    @CsvSource({
        "/id, id",
        "/specversion, version",
        "/type, type",
        "/source, source",
        "/subject, subject",
        "/time, time",
        "/datacontenttype, datacontenttype",
        "/dataschema, dataschema",
        "/data, data",
        "/data/conformsTo, data_conformance",
        "/data/severity, data_severity",
        "/data/content/title, data_content_title",
        "/data/links/0/href, data_links"
    })
    void a_missing_value_fails_its_requirement(String pointer, String test) {
        judged(anEvent().without(pointer)).fails(CORE + test, pointer);
    }

    @Test
    void content_or_links_are_enough() {
        judged(anEvent().without("/data/content")).hasNoFindings();
        judged(anEvent().without("/data/links")).hasNoFindings();
        judged(anEvent().without("/data/links").without("/data/content"))
                .fails(CORE + "data", "/data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int.wmo.wis.wme.event",
                "int.wmo.wis.wme.event.item.download",
                "int.wmo.wis.wme.event.wnm.validation.topic"
            })
    void types_of_the_list_pass(String type) {
        judged(anEvent().withText("/type", type)).hasNoFindings();
    }

    @Test
    void what_cloud_events_forbid_fails_validation() {
        judged(anEvent().with("/links", "[{\"href\":\"https://example.org\",\"rel\":\"about\"}]"))
                .fails(CORE + "validation", "/links");
        judged(anEvent().withText("/Trace", "1")).fails(CORE + "validation", "/Trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"date\":\"2026-01-31\"}",
                "{\"interval\":[\"2026-01-31T06:00:00Z\",\"..\"],\"resolution\":\"PT6H\"}"
            })
    void the_time_of_an_outage_is_one_of_wcmp2(String time) {
        judged(anEvent().with("/data/time", time)).hasNoFindings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"date\":\"31 January\"} | /data/time/date",
                "{\"date\":\"2026-02-31\"} | /data/time/date",
                "{\"interval\":[\"2026-01-31T06:00:00Z\",\"2026-01-30T06:00:00Z\"]} |"
                        + " /data/time/interval",
                "{\"timestamp\":\"2026-01-31T06:00:00Z\",\"date\":\"2026-01-31\"} | /data/time"
            })
    void a_time_that_wcmp2_does_not_know_fails_validation(String time, String pointer) {
        judged(anEvent().with("/data/time", time)).fails(CORE + "validation", pointer);
    }

    @Test
    void certain_repairs_are_suggested() {
        judged(anEvent().withText("/data/severity", "error")).suggests("ERROR");
        judged(anEvent().withText("/dataschema", "x")).suggests(Wme.DATA_SCHEMA);
    }

    @Test
    void recommendations_are_advice() {
        judged(anEvent().without("/data/content/description"))
                .warns(
                        "/rec/monitoring-event-message-core/data_content_description",
                        "/data/content/description");
        judged(anEvent().withText("/data/ref", "yesterday"))
                .warns("/rec/monitoring-event-message-core/data_ref", "/data/ref");
        judged(anEvent().withText("/id", "7a1c1f0e-54d4-1d53-9a50-0d1f2f6f1c11"))
                .warns("/rec/monitoring-event-message-core/id", "/id");
    }

    @Test
    void an_event_of_more_than_8192_bytes_fails() {
        judged(anEvent().withText("/data/content/log", "x".repeat(8000)))
                .fails(CORE + "message_size", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\""})
    void what_is_no_object_fails_validation(String text) {
        Report report = Wme.validate(text.getBytes(StandardCharsets.UTF_8));

        assertThat(report).fails(CORE + "validation", "").hasTests(Verdict.FAILED, "validation");
    }

    private static ReportAssert judged(TestEvent event) {
        return assertThat(Wme.validate(event.asBytes()));
    }
}
