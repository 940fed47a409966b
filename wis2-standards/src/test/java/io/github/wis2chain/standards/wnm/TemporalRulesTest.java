package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the data are of and when they were published, by the strict profile.
class TemporalRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T06:00:12",
                "2026-01-31",
                "not a date Z",
                "2026-02-30T06:00:12Z",
                "2026-01-31T06:00:12,5Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T06:00:12+0000"
            })
    void a_time_that_is_not_rfc_3339_fails_wherever_it_stands(String time) {
        judged(aNotification().withPubtime(time))
                .fails("/req/core/pubtime", "/properties/pubtime")
                .hasTests(Verdict.FAILED, "pubtime");
        judged(aNotification().withText("/properties/datetime", time))
                .fails("/req/core/temporal", "/properties/datetime")
                .hasTests(Verdict.FAILED, "temporal");
        judged(extent(time, "2026-01-31T06:00:00Z"))
                .fails("/req/core/temporal", "/properties/start_datetime");
        judged(extent("2026-01-31T06:00:00Z", time))
                .fails("/req/core/temporal", "/properties/end_datetime");
    }

    @Test
    void a_time_in_another_offset_fails_and_its_utc_form_is_suggested() {
        judged(aNotification().withPubtime("2026-01-31T07:00:12+01:00"))
                .fails("/req/core/pubtime", "/properties/pubtime")
                .suggests("2026-01-31T06:00:12Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-31t06:00:12z", "2026-01-31T06:00:12+00:00", "2016-12-31T23:59:60Z"})
    void a_time_that_some_checkers_refuse_conforms_with_advice(String time) {
        judged(aNotification().withPubtime(time)).warns("/req/core/pubtime", "/properties/pubtime");
        judged(aNotification().withText("/properties/datetime", time))
                .warns("/req/core/temporal", "/properties/datetime");
    }

    @Test
    void a_null_datetime_or_an_extent_conforms() {
        judged(aNotification().with("/properties/datetime", "null")).hasNoFindings();
        judged(extent("2026-01-31T05:00:00Z", "2026-01-31T06:00:00Z")).hasNoFindings();
    }

    @Test
    void both_forms_of_time_fail_even_with_a_null_datetime() {
        judged(
                        extent("2026-01-31T05:00:00Z", "2026-01-31T06:00:00Z")
                                .with("/properties/datetime", "null"))
                .fails("/req/core/temporal", "/properties/datetime");
    }

    @Test
    void one_end_of_an_extent_alone_fails() {
        judged(extent("2026-01-31T05:00:00Z", "x").without("/properties/end_datetime"))
                .fails("/req/core/temporal", "/properties/end_datetime");
        judged(extent("x", "2026-01-31T05:00:00Z").without("/properties/start_datetime"))
                .fails("/req/core/temporal", "/properties/start_datetime");
    }

    @Test
    void a_null_end_of_an_extent_fails() {
        judged(extent("2026-01-31T05:00:00Z", "x").with("/properties/end_datetime", "null"))
                .fails("/req/core/temporal", "/properties/end_datetime");
    }

    @Test
    void an_extent_that_ends_before_it_starts_conforms_with_advice() {
        judged(extent("2026-01-31T06:00:00Z", "2026-01-31T05:00:00Z"))
                .warns("/req/core/temporal", "/properties/end_datetime");
    }

    private static TestNotification extent(String start, String end) {
        return aNotification()
                .without("/properties/datetime")
                .withText("/properties/start_datetime", start)
                .withText("/properties/end_datetime", end);
    }
}
