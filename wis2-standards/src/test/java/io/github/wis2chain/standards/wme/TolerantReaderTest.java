package io.github.wis2chain.standards.wme;

import static io.github.wis2chain.standards.wme.TestEvent.anEvent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TolerantReaderTest {

    @Test
    void an_event_is_read_with_all_that_it_says() {
        MonitoringEvent event = read(anEvent());

        assertThat(event.source()).isEqualTo("ca-eccc-msc-global-discovery-catalogue");
        assertThat(event.subject()).contains("fr-ifremer-argo");
        assertThat(event.kind()).isEqualTo("wcmp2.ets");
        assertThat(event.time()).contains(Instant.parse("2026-01-31T06:00:00Z"));
        assertThat(event.severity()).contains(Severity.ERROR);
        assertThat(event.notice())
                .isEqualTo(
                        new Notice(
                                Optional.of("Record refused"),
                                Optional.of("Two tests failed."),
                                Optional.of("cache/a/wis2/fr-ifremer-argo/metadata"),
                                Optional.of("urn:wmo:md:fr-ifremer-argo:argo"),
                                Optional.of("0a1c1f0e-54d4-4d53-9a50-0d1f2f6f1c12"),
                                List.of("https://gdc.example.org/reports/1")));
        assertThat(event.quality())
                .contains(
                        new QualityReport(
                                List.of("links", "themes"), Optional.empty(), Optional.empty()));
    }

    @Test
    void indicators_come_with_percentage_and_grade() {
        MonitoringEvent event =
                read(
                        anEvent()
                                .withText("/type", "int.wmo.wis.wme.event.wcmp2.kpi")
                                .with("/data/content/tests", "[]")
                                .with(
                                        "/data/content/summary",
                                        "{\"total\":28,\"score\":26,\"percentage\":92.857,\"grade\":\"A\"}"));

        assertThat(event.kind()).isEqualTo("wcmp2.kpi");
        assertThat(event.quality())
                .contains(
                        new QualityReport(
                                List.of(),
                                Optional.of(new BigDecimal("92.857")),
                                Optional.of("A")));
    }

    @Test
    void the_grade_of_a_poor_record_is_a_number() {
        MonitoringEvent event =
                read(anEvent().with("/data/content/summary", "{\"percentage\":0.0,\"grade\":0.0}"));

        assertThat(event.quality().flatMap(QualityReport::grade)).contains("0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "int.wmo.wis.wme.event, event",
        "int.wmo.wis.wme.event.item.cache, item.cache",
        "int.wmo.wis.wme.wnm.validation.schema, wnm.validation.schema",
        "int.wmo.wis.wme, int.wmo.wis.wme",
        "org.example.other, org.example.other"
    })
    void the_kind_is_the_rest_of_the_type(String type, String kind) {
        assertThat(read(anEvent().withText("/type", type)).kind()).isEqualTo(kind);
    }

    @Test
    void a_subtype_is_the_kind() {
        assertThat(read(anEvent().withText("/data/subtype", "gc-alert")).kind())
                .isEqualTo("gc-alert");
        assertThat(read(anEvent().without("/type")).kind()).isEqualTo("event");
    }

    @Test
    void what_is_seen_in_the_field_is_read() {
        MonitoringEvent beside =
                read(
                        anEvent()
                                .without("/data/links")
                                .with(
                                        "/links",
                                        "[{\"href\":\"https://gdc.example.org/2\",\"length\":\"x\"}]"));
        MonitoringEvent outside =
                read(anEvent().without("/data/content/channel").withText("/data/channel", "a/b"));
        MonitoringEvent bare =
                read(
                        anEvent()
                                .without("/subject")
                                .withText("/time", "yesterday")
                                .withText("/data/severity", "warning")
                                .without("/data/content"));

        assertThat(beside.notice().links()).containsExactly("https://gdc.example.org/2");
        assertThat(outside.notice().channel()).contains("a/b");
        assertThat(bare.subject()).isEmpty();
        assertThat(bare.time()).isEmpty();
        assertThat(bare.severity()).contains(Severity.WARNING);
        assertThat(bare.quality()).isEmpty();
    }

    @Test
    void the_record_of_a_refused_notification_is_found() {
        MonitoringEvent event =
                read(
                        anEvent()
                                .with(
                                        "/data/content",
                                        "{\"title\":\"t\",\"wnm\":{\"properties\":{\"metadata_id\":\"urn:wmo:md:a:b\"}}}"));

        assertThat(event.notice().metadataId()).contains("urn:wmo:md:a:b");
    }

    @Test
    void an_event_belongs_on_the_topic_of_its_subject() {
        assertThat(read(anEvent()).belongsOn("monitor/a/wis2/fr-ifremer-argo")).isTrue();
        assertThat(read(anEvent()).belongsOn("monitor/a/wis2/de-dwd")).isFalse();
        assertThat(read(anEvent().without("/subject")).belongsOn("monitor/a/wis2/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"id\":\"1\",\"source\":\"a\"}",
                "{\"id\":\"1\",\"source\":\"a\",\"data\":\"{}\"}",
                "{\"id\":\"\",\"source\":\"a\",\"data\":{}}",
                "{\"id\":1,\"source\":\"a\",\"data\":{}}",
                "{\"id\":\"1\",\"data\":{}}"
            })
    void only_what_nobody_can_use_is_refused(String text) {
        MonitoringEventRead read = Wme.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read).isInstanceOf(MonitoringEventRead.Refused.class);
        assertThat(read.event()).isEmpty();
    }

    private static MonitoringEvent read(TestEvent event) {
        return Wme.read(event.asBytes()).event().orElseThrow();
    }
}
