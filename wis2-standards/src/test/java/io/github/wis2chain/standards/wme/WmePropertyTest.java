package io.github.wis2chain.standards.wme;

import static io.github.wis2chain.standards.wme.TestEvent.anEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.DocumentContract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class WmePropertyTest extends DocumentContract {

    WmePropertyTest() {
        super(
                anEvent(),
                List.of(
                        "[{}]",
                        "\" \"",
                        "\"int.wmo.wis.wme.event.\"",
                        "\"int.wmo.wis.wme.\"",
                        "\"https://\"",
                        "{\"grade\":{}}",
                        "{\"href\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "null", "{\"code\":\"FAILED\",\"id\":\"x\"}"})
    void ten_thousand_values_are_read_at_once(String item) {
        String many = "[" + (item + ",").repeat(9_999) + item + "]";
        for (String place :
                List.of("/data/links", "/data/content/tests", "/data/conformsTo", "/links")) {
            byte[] event = anEvent().with(place, many).asBytes();

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> judge(event), place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "-", "int.wmo.wis.wme.", "fr-", "é", "://"})
    void half_a_million_characters_are_judged_in_seconds(String unit) {
        String text = unit.repeat(500_000 / unit.length());
        for (String place :
                List.of(
                        "/id",
                        "/type",
                        "/source",
                        "/subject",
                        "/time",
                        "/dataschema",
                        "/data/severity",
                        "/data/ref",
                        "/data/links/0/href")) {
            byte[] event = anEvent().withText(place, text).asBytes();

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> judge(event), place);
        }
    }

    @Override
    protected void judge(byte[] bytes) {
        Report report = Wme.validate(bytes);
        assertThat(report.findings())
                .hasSizeLessThan(2000)
                .allSatisfy(finding -> {
                    assertThat(finding.sentence()).endsWith(").");
                    assertThat(finding.message().length()).isLessThan(800);
                });
        switch (Wme.read(bytes)) {
            case MonitoringEventRead.Received(MonitoringEvent event) -> {
                assertThat(event.kind()).isNotEmpty();
                assertThat(event.notice().links()).hasSizeLessThanOrEqualTo(100);
            }
            case MonitoringEventRead.Refused(String reason) -> {
                assertThat(reason).isNotBlank();
                assertThat(report.conforms()).isFalse();
            }
        }
    }
}
