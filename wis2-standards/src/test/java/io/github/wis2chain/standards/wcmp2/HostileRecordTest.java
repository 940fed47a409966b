package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Texts that make naive patterns and loops run for ever.
class HostileRecordTest {

    private static final KpiPorts PORTS = new KpiPorts(Optional.empty(), Optional.of(_ -> true));

    private static final List<String> TEXTS =
            List.of(
                    "/properties/title",
                    "/properties/description",
                    "/id",
                    "/links/0/channel",
                    "/links/1/href",
                    "/time/resolution",
                    "/properties/created",
                    "/properties/type");

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "<", "<a", "<!--", "a'", "AAAA11 ", " ", "_", "1", "/", ":", "é", "-"})
    void half_a_million_characters_are_judged_in_seconds(String unit) {
        String text = unit.repeat(500_000 / unit.length());
        for (String place : TEXTS) {
            byte[] record = aRecord().withText(place, text).asBytes();

            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> {
                        for (Profile profile : Profile.values()) {
                            Wcmp2.validate(record, profile);
                            Wcmp2.kpis(aRecord().withText(place, text).asJson(), profile, PORTS);
                        }
                    },
                    place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "1", "\"\"", "[[0,0]]", "{\"rel\":1}"})
    void ten_thousand_faults_are_told_as_a_few(String item) {
        String many = "[" + (item + ",").repeat(9_999) + item + "]";
        for (String place :
                List.of(
                        "/links",
                        "/properties/contacts",
                        "/properties/themes",
                        "/geometry/coordinates",
                        "/properties/keywords")) {
            byte[] record = aRecord().with(place, many).asBytes();

            Report report =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(5),
                            () -> Wcmp2.validate(record, Profile.STRICT),
                            place);

            assertThat(report.findings()).hasSizeBetween(0, 2000);
        }
    }
}
