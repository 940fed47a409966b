package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.stac.ItemFixture.anItem;
import static io.github.wis2chain.standards.stac.ReadItem.accepted;
import static io.github.wis2chain.standards.stac.ReadItem.onlyFault;
import static io.github.wis2chain.standards.stac.ReadItem.warned;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/// The time of an item, and the times when it was made.
class ItemTimeTest {

    @Test
    void a_missing_datetime_is_explained() {
        assertThat(onlyFault(anItem().without("/properties/datetime"), "datetime").message())
                .contains("or null with start_datetime and end_datetime");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T06:12:00,has no time zone",
        "2026-03-14,without a time",
        "2026-02-30T06:12:00Z,does not exist",
        "14 March 2026,RFC 3339"
    })
    void a_datetime_must_follow_rfc_3339(String time, String why) {
        Finding finding = onlyFault(anItem().withText("/properties/datetime", time), "datetime");

        assertThat(finding.pointer()).isEqualTo("/properties/datetime");
        assertThat(finding.message()).contains("[" + time + "]", why);
    }

    @Test
    void a_datetime_in_another_zone_is_put_right() {
        Finding finding =
                onlyFault(
                        anItem().withText("/properties/datetime", "2026-03-14T07:12:00+01:00"),
                        "datetime");

        assertThat(finding.fix()).contains("2026-03-14T06:12:00Z");
    }

    @Test
    void an_interval_stands_for_a_null_datetime() {
        StacItem item = accepted(anInterval());

        assertThat(item.time())
                .isEqualTo(
                        new ItemTime.Between(
                                Instant.parse("2026-03-14T00:00:00Z"),
                                Instant.parse("2026-03-15T00:00:00Z")));
    }

    @Test
    void a_nominal_time_beside_an_interval_is_the_time() {
        assertThat(
                        accepted(
                                        anInterval()
                                                .withText(
                                                        "/properties/datetime",
                                                        "2026-03-14T12:00:00Z"))
                                .time())
                .isEqualTo(new ItemTime.At(Instant.parse("2026-03-14T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start_datetime", "end_datetime"})
    void half_an_interval_fails(String name) {
        ItemFixture half = anInterval().without("/properties/" + name);

        assertThat(onlyFault(half, "datetime").pointer()).isEqualTo("/properties/" + name);
        onlyFault(half.withText("/properties/datetime", "2026-03-14T12:00:00Z"), "datetime-range");
    }

    @Test
    void an_interval_must_not_end_before_it_starts() {
        assertThat(
                        onlyFault(
                                        anInterval()
                                                .withText(
                                                        "/properties/end_datetime",
                                                        "2026-03-13T00:00:00Z"),
                                        "datetime-range")
                                .message())
                .contains("is before");
    }

    @Test
    void a_limit_of_an_interval_must_be_a_time() {
        onlyFault(anInterval().with("/properties/start_datetime", "null"), "datetime-range");
        onlyFault(anInterval().withText("/properties/start_datetime", "now"), "datetime-range");
    }

    @Test
    void a_wrong_created_time_is_a_warning() {
        warned(anItem().withText("/properties/created", "yesterday"), "created");
        warned(anItem().withAssetMember("updated", "\"2026-03-14\""), "created");
    }

    private static ItemFixture anInterval() {
        return anItem().with("/properties/datetime", "null")
                .withText("/properties/start_datetime", "2026-03-14T00:00:00Z")
                .withText("/properties/end_datetime", "2026-03-15T00:00:00Z");
    }
}
