package io.github.wis2chain.standards.wme;

import static io.github.wis2chain.standards.wme.TestEvent.anEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.JsonTree;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class WmePropertyTest {

    private static final byte[] VALID = anEvent().asBytes();
    private static final List<String> PLACES = places(anEvent().asJson());

    @Property(tries = 1000)
    void a_changed_byte_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll byte value) {
        byte[] changed = VALID.clone();
        changed[at % changed.length] = value;

        judged(changed);
    }

    @Property(tries = 2000)
    void another_value_anywhere_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int choice, @ForAll("values") String value) {
        judged(anEvent().with(PLACES.get(choice % PLACES.size()), value).asBytes());
    }

    @Property(tries = 200)
    void a_missing_value_never_throws(@ForAll @IntRange(min = 0, max = 100_000) int choice) {
        judged(anEvent().without(PLACES.get(choice % PLACES.size())).asBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "null", "{\"code\":\"FAILED\",\"id\":\"x\"}"})
    void ten_thousand_values_are_read_at_once(String item) {
        String many = "[" + (item + ",").repeat(9_999) + item + "]";
        for (String place :
                List.of("/data/links", "/data/content/tests", "/data/conformsTo", "/links")) {
            byte[] event = anEvent().with(place, many).asBytes();

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> judged(event), place);
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

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> judged(event), place);
        }
    }

    private static void judged(byte[] bytes) {
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

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "-1",
                "1e999",
                "[]",
                "{}",
                "[[]]",
                "[null]",
                "[{}]",
                "\"\"",
                "\" \"",
                "\"\\u0000\"",
                "\"😀\"",
                "\"int.wmo.wis.wme.event.\"",
                "\"int.wmo.wis.wme.\"",
                "\"2026-01-31T06:00:00Z\"",
                "\"https://\"",
                "{\"grade\":{}}",
                "{\"href\":1}");
    }

    private static List<String> places(JsonTree value) {
        List<String> places = new ArrayList<>();
        List<JsonTree> children = new ArrayList<>(value.members());
        children.addAll(value.items());
        for (JsonTree child : children) {
            places.add(child.pointer());
            places.addAll(places(child));
        }
        return places;
    }
}
