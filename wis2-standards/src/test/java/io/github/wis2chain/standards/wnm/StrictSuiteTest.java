package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The strict profile as a whole: what it takes, which requirement a member belongs to, and how much it says.
class StrictSuiteTest {

    @Test
    void the_notification_of_the_tests_has_no_findings() {
        judged(aNotification()).hasNoFindings().hasTests(Verdict.FAILED);
        assertThat(Wnm.validate(aNotification().asJson(), Profile.STRICT)).hasNoFindings();
    }

    @Test
    void what_is_no_json_fails_validation_with_its_place() {
        var report = Wnm.validate("{\"id\":1,}".getBytes(UTF_8), Profile.STRICT);

        assertThat(report).fails("/req/core/validation", "").hasTests(Verdict.FAILED, "validation");
        assertThat(report.findings().getFirst().message()).startsWith("line 1, column ");
    }

    @Test
    void what_is_no_object_fails_once() {
        assertThat(Wnm.validate("[]".getBytes(UTF_8), Profile.STRICT))
                .fails("/req/core/validation", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id                            | /req/core/identifier",
                "/conformsTo                    | /req/core/conformance",
                "/type                          | /req/core/validation",
                "/geometry                      | /req/core/geometry",
                "/properties                    | /req/core/validation",
                "/properties/pubtime            | /req/core/pubtime",
                "/properties/data_id            | /req/core/data_id",
                "/properties/datetime           | /req/core/temporal",
                "/properties/integrity/method   | /rec/core/integrity",
                "/properties/integrity/value    | /rec/core/integrity",
                "/properties/content/encoding   | /req/core/content",
                "/properties/content/size       | /req/core/content",
                "/properties/content/value      | /req/core/content",
                "/links                         | /req/core/links",
                "/links/1/href                  | /req/core/links",
                "/links/1/rel                   | /req/core/links",
                "/geometry/type                 | /req/core/geometry",
                "/geometry/coordinates          | /req/core/geometry"
            })
    void a_required_member_that_is_absent_fails_its_requirement(String member, String requirement) {
        judged(aNotification().without(member)).fails(requirement, member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id                            | /req/core/identifier",
                "/conformsTo                    | /req/core/conformance",
                "/type                          | /req/core/validation",
                "/geometry                      | /req/core/geometry",
                "/properties                    | /req/core/validation",
                "/properties/pubtime            | /req/core/pubtime",
                "/properties/data_id            | /req/core/data_id",
                "/properties/metadata_id        | /req/core/validation",
                "/properties/producer           | /req/core/validation",
                "/properties/global-cache       | /req/core/validation",
                "/properties/cache              | /req/core/validation",
                "/properties/datetime           | /req/core/temporal",
                "/properties/start_datetime     | /req/core/temporal",
                "/properties/integrity          | /rec/core/integrity",
                "/properties/integrity/method   | /rec/core/integrity",
                "/properties/integrity/value    | /rec/core/integrity",
                "/properties/content            | /req/core/content",
                "/properties/content/encoding   | /req/core/content",
                "/properties/content/value      | /req/core/content",
                "/links                         | /req/core/links",
                "/links/1                       | /req/core/links",
                "/links/1/href                  | /req/core/links",
                "/links/1/rel                   | /req/core/links",
                "/links/1/type                  | /req/core/links",
                "/links/1/hreflang              | /req/core/links",
                "/links/1/title                 | /req/core/links",
                "/links/1/security              | /req/core/links"
            })
    void a_member_of_another_kind_fails_its_requirement(String member, String requirement) {
        judged(aNotification().with(member, "17")).fails(requirement, member);
    }

    @Test
    void a_test_that_nothing_could_be_judged_for_is_skipped() {
        judged(aNotification().without("/properties"))
                .hasTests(Verdict.FAILED, "validation")
                .hasTests(
                        Verdict.SKIPPED, "content", "data_id", "integrity", "pubtime", "temporal");
    }

    @Test
    void an_unknown_member_is_welcome_everywhere() {
        judged(
                        aNotification()
                                .with("/x", "{\"y\":[null]}")
                                .with("/properties/x", "1")
                                .with("/geometry/bbox", "[1]")
                                .with("/properties/integrity/x", "1")
                                .with("/properties/content/x", "1")
                                .with("/links/0/x", "1"))
                .hasNoFindings();
    }

    @Test
    void the_size_is_counted_in_bytes_on_the_wire() {
        int used = aNotification().withText("/x", "").asBytes().length;

        // With the blanks that the official validator adds, this one is already too large for it.
        judged(aNotification().withText("/x", "x".repeat(8192 - used)))
                .warns("/req/core/message_size", "");
        judged(aNotification().withText("/x", "x".repeat(8193 - used)))
                .fails("/req/core/message_size", "")
                .hasTests(Verdict.FAILED, "message_size");
        judged(aNotification().withText("/x", "x".repeat(8000 - used))).hasNoFindings();
    }

    @Test
    void a_message_full_of_faults_gives_a_bounded_report() {
        String zeros = "0,".repeat(40_000) + "0";
        Report report =
                Wnm.validate(("{\"links\":[" + zeros + "]}").getBytes(UTF_8), Profile.STRICT);

        assertThat(report.conforms()).isFalse();
        assertThat(report.findings()).hasSizeBetween(100, 200);
    }
}
