package io.github.wis2chain.standards.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.DateTime.Malformed;
import io.github.wis2chain.standards.conformance.DateTime.Moment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class DateTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-25T17:00:17Z, 2024-05-25T17:00:17Z, 0, true",
        "2024-05-25T17:00:17.5Z, 2024-05-25T17:00:17.5Z, 0, true",
        "2024-05-25T17:00:17.123456789012Z, 2024-05-25T17:00:17.123456789Z, 0, true",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z, 0, true",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z, 0, true",
        "2024-05-25t17:00:17z, 2024-05-25T17:00:17Z, 0, false",
        "2024-05-25T17:00:17+00:00, 2024-05-25T17:00:17Z, 0, false",
        "2024-05-25T17:00:17-00:00, 2024-05-25T17:00:17Z, 0, false",
        "2024-05-25T17:00:17+01:30, 2024-05-25T15:30:17Z, 90, false",
        "2024-05-25T17:00:17.25-23:59, 2024-05-26T16:59:17.25Z, -1439, false"
    })
    void a_time_of_rfc_3339_is_a_moment(
            String text, Instant instant, int offsetMinutes, boolean canonical) {
        assertThat(DateTime.read(text))
                .isEqualTo(new Moment(instant, offsetMinutes, false, canonical));
    }

    @Test
    void a_leap_second_is_a_moment_at_the_end_of_a_day_in_utc() {
        Instant next = Instant.parse("2017-01-01T00:00:00Z");

        assertThat(DateTime.read("2016-12-31T23:59:60Z"))
                .isEqualTo(new Moment(next, 0, true, false));
        assertThat(DateTime.read("2017-01-01T00:59:60+01:00"))
                .isEqualTo(new Moment(next, 60, true, false));
        assertThat(DateTime.read("2016-12-31T22:59:60Z")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-05-25",
                "not a date Z",
                "2024-05-25T17:00:17",
                "2024-05-25 17:00:17Z",
                "2024-05-25T17:00:17,5Z",
                "2024-05-25T17:00:17.Z",
                "2024-05-25T17:00:17.",
                "2024-05-25T17:00:17+0000",
                "2024-05-25T17:00:17+00",
                "2024-05-25T17:00:17+24:00",
                "2024-05-25T17:00:17+00:60",
                "2024-05-25T17:00:17+01:00Z",
                "2024-05-25T17:00:17Zulu",
                "2024-05-25T17:00:17ZZ",
                "2024-05-25T17:00:17 Z",
                "2024-05-25T24:00:00Z",
                "2024-05-25T23:60:00Z",
                "2024-05-25T23:00:61Z",
                "2023-02-29T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-00-01T00:00:00Z",
                "20240525T170017Z",
                "20240525T170017.123456Z",
                "2024-5-25T17:00:17.000Z",
                "٢٠٢٤-05-25T17:00:17Z",
                "+2024-05-25T17:00:17Z",
                " 2024-05-25T17:00:17Z"
            })
    void anything_else_is_malformed_with_a_reason(String text) {
        assertThat(DateTime.read(text))
                .isInstanceOfSatisfying(
                        Malformed.class, malformed -> assertThat(malformed.reason()).isNotBlank());
    }
}
