package io.github.wis2chain.standards.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.conformance.DateTime.Malformed;
import io.github.wis2chain.standards.conformance.DateTime.Moment;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

class DateTimePropertyTest {

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_9999 = 253_402_300_799L;

    @Property(tries = 2000)
    void what_the_jdk_writes_is_read(
            @ForAll @LongRange(min = YEAR_0 + 86_400, max = YEAR_9999 - 86_400) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -1079, max = 1079) int minutes) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);

        assertThat(DateTime.read(instant.toString()))
                .isEqualTo(new Moment(instant, 0, false, true));
        assertThat(
                        DateTime.read(
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                        instant.atOffset(offset))))
                .isEqualTo(new Moment(instant, minutes, false, minutes == 0));
    }

    @Property(tries = 3000)
    void what_is_read_the_jdk_reads_as_the_same_moment(@ForAll("nearTimes") String text) {
        if (DateTime.read(text) instanceof Moment moment && !moment.leapSecond()) {
            try {
                assertThat(OffsetDateTime.parse(text.replace("-00:00", "Z")).toInstant())
                        .isEqualTo(moment.instant());
            } catch (DateTimeParseException refused) {
                // The JDK knows no offset beyond 18 hours, which RFC 3339 allows.
                assertThat(Math.abs(moment.offsetMinutes())).isGreaterThan(18 * 60);
            }
        }
    }

    @Property(tries = 1000)
    void any_text_is_a_moment_or_malformed(@ForAll String text) {
        if (DateTime.read(text) instanceof Malformed(String reason)) {
            assertThat(reason).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Z", "-", ":", ".", "2024-05-25T17:00:17."})
    void a_million_characters_are_read_at_once(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> {
                    DateTime.read(text);
                    DateTime.read("2024-05-25T17:00:17." + text + "Z");
                });
    }

    /// Times with one character changed.
    @Provide
    Arbitrary<String> nearTimes() {
        Arbitrary<String> times =
                Arbitraries.of(
                        "2024-05-25T17:00:17Z",
                        "2024-02-29T23:59:59.999999999+01:30",
                        "2023-02-28T00:00:00.5-23:59",
                        "0000-01-01T00:00:00-00:00");
        return times.flatMap(time ->
                Arbitraries.integers()
                        .between(0, time.length() - 1)
                        .flatMap(at ->
                                Arbitraries.of('0', '1', '2', '3', '5', '6', '9', 'Z', '+', '-')
                                        .map(c ->
                                                time.substring(0, at)
                                                        + c
                                                        + time.substring(at + 1))));
    }
}
