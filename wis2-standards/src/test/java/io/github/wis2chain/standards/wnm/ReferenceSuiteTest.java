package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wnm.TestNotification.FILE;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.ReportAssert;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Verdicts as recorded from `pywis-pubsub`, 0.13 line, with its schema check.
class ReferenceSuiteTest {

    @Test
    void the_report_has_the_eight_tests_and_the_schema_verdict() {
        judged(aNotification())
                .hasNoFindings()
                .hasTests(
                        Verdict.PASSED,
                        "conformance",
                        "data_id",
                        "geometry",
                        "id",
                        "links",
                        "message_size",
                        "temporal",
                        "validation",
                        "version");
    }

    /// What the official validator does not look at, and the strict profile refuses.
    @Test
    void faults_that_the_official_validator_lets_through_pass() {
        passes(aNotification().withPubtime("not a date"));
        passes(aNotification().withText("/properties/datetime", "not a date Z"));
        passes(aNotification().withText("/properties/data_id", ""));
        passes(aNotification().withText("/properties/integrity/value", "00"));
        passes(aNotification().with("/properties/content/size", "-1"));
        passes(aNotification().with("/geometry", "{\"type\":\"Polygon\",\"coordinates\":[]}"));
        passes(
                aNotification()
                        .with("/geometry", "{\"type\":\"Point\",\"coordinates\":[999,-999]}"));
        passes(aNotification().withLink("update", FILE));
        passes(aNotification().with("/links/0/length", "-1"));
        passes(aNotification().withText("/links/0/href", "http"));
        passes(aNotification().withText("/links/0/href", "ftps://x"));
        passes(aNotification().without("/conformsTo").withText("/version", "v04"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31e9d66a-cd83-4174-9429-b932f1abe1be",
                "31E9D66ACD8341749429B932F1ABE1BE",
                "3-1e9d66acd8341749429b932f1abe1-be",
                "{31e9d66a-cd83-4174-9429-b932f1abe1be}",
                "urn:uuid:31e9d66a-cd83-4174-9429-b932f1abe1be",
                "00000000-0000-0000-0000-000000000000",
                "0x1e9d66acd8341749429b932f1abe1b",
                "31e9d66a_cd83_4174_9429_b932f1ab",
                "٣1e9d66a-cd83-4174-9429-b932f1abe1be"
            })
    void what_python_takes_for_a_uuid_passes(String id) {
        // The 0x form needs its full 32 characters.
        String padded = id.startsWith("0x") ? "0x" + "1e9d66acd8341749429b932f1abe1b" : id;

        passes(aNotification().withText("/id", padded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31e9d66a-cd83-4174-9429-b932f1abe1b",
                "31e9d66a-cd83-4174-9429-b932f1abe1be0",
                "31e9d66a-cd83-4174-9429-b932f1abe1bg",
                "31e9d66a-cd83-4174-9429-b932f1abe1be ",
                "31e9d66a\u2010cd83\u20104174\u20109429\u2010b932f1abe1be",
                "31e9d66a__cd83_4174_9429_b932f1ab",
                "_1e9d66acd8341749429b932f1abe1be",
                "31e9d66acd8341749429b932f1abe1b_",
                "ｆ1e9d66acd8341749429b932f1abe1be",
                ""
            })
    void what_python_refuses_as_a_uuid_fails(String id) {
        judged(aNotification().withText("/id", id))
                .fails("/req/core/identifier", "/id")
                .hasTests(Verdict.FAILED, "id");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T06:00:00Z, PASSED",
        "2026-01-31T06:00:00+00:00, PASSED",
        "Z, PASSED",
        "2026-01-31T06:00:00z, FAILED",
        "2026-01-31T06:00:00-00:00, FAILED",
        "2026-01-31T06:00:00+01:00, FAILED",
        "2026-01-31T06:00:00, FAILED",
        "2026-01-31, FAILED"
    })
    void only_the_ending_of_a_time_decides(String time, Verdict verdict) {
        var report =
                Wnm.validate(
                        aNotification().withText("/properties/datetime", time).asBytes(),
                        Profile.REFERENCE);

        assertThat(report.tests()).containsEntry("temporal", verdict);
        assertThat(report.conforms()).isEqualTo(verdict == Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS://data.example.org", "file:///x", "s3://x", ""})
    void a_link_with_another_beginning_fails(String href) {
        judged(aNotification().withText("/links/1/href", href))
                .fails("/req/core/links", "/links/1/href")
                .hasTests(Verdict.FAILED, "links");
    }

    @Test
    void no_link_with_a_known_relation_fails() {
        judged(aNotification().withText("/links/0/rel", "Canonical"))
                .fails("/req/core/links", "/links");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/properties/cache | \"true\"",
                "/properties/datetime | 17",
                "/properties/start_datetime | null",
                "/properties/integrity | {\"method\":\"sha2-256\",\"value\":\"\"}",
                "/properties/content | {\"encoding\":\"utf-8\",\"size\":4097,\"value\":\"\"}",
                "/links/1/length | 1.5",
                "/version | \"v04\"",
                "/type | \"feature\"",
                "/geometry | {\"type\":\"MultiPoint\",\"coordinates\":[]}",
                "/geometry | {}"
            })
    void what_the_schema_refuses_fails_validation(String pointer, String value) {
        var report =
                Wnm.validate(aNotification().with(pointer, value).asBytes(), Profile.REFERENCE);

        assertThat(report.conforms()).isFalse();
        assertThat(report.tests()).containsEntry("validation", Verdict.FAILED);
        assertThat(report.findings(Verdict.FAILED))
                .allSatisfy(finding ->
                        assertThat(finding.requirement().id()).isEqualTo("/req/core/validation"));
    }

    @Test
    void the_schema_takes_4096_characters_of_content_however_many_bytes() {
        var notification =
                aNotification()
                        .with("/properties/content/size", "0")
                        .withText("/properties/content/value", "😀".repeat(4096));

        // 4096 emoji satisfy the schema, but are 49152 characters as Python writes them.
        judged(notification).hasTests(Verdict.FAILED, "message_size");
        judged(notification.withText("/properties/content/value", "😀".repeat(4097)))
                .hasTests(Verdict.FAILED, "message_size", "validation");
    }

    @Test
    void a_test_that_the_official_validator_aborts_on_is_skipped() {
        judged(aNotification().without("/id")).hasTests(Verdict.SKIPPED, "id");
        judged(aNotification().without("/links")).hasTests(Verdict.SKIPPED, "links");
        judged(aNotification().without("/links/1/href")).hasTests(Verdict.SKIPPED, "links");
        judged(aNotification().without("/properties")).hasTests(Verdict.SKIPPED, "temporal");
        judged(aNotification().with("/properties/datetime", "17"))
                .hasTests(Verdict.SKIPPED, "temporal");
        judged(
                        aNotification()
                                .withText("/properties/datetime", "2026-01-31")
                                .with("/properties/end_datetime", "17"))
                .hasTests(Verdict.SKIPPED, "temporal");
    }

    @Test
    void the_lenient_json_of_python_is_read() {
        String text = new String(aNotification().asBytes(), UTF_8);

        assertThat(reference(text.replaceFirst("48.375", "NaN"))).hasNoFindings();
        assertThat(reference(text.replaceFirst("48.375", "1e400"))).hasNoFindings();
        assertThat(reference(text.replaceFirst("\"type\"", "\"type\":1,\"type\""))).hasNoFindings();
        assertThat(reference(text.replaceFirst("25620", "Infinity")))
                .hasTests(Verdict.FAILED, "validation");
        assertThat(reference("\uFEFF" + text)).hasTests(Verdict.FAILED, "validation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                     | 2",
                "{}                     | 2",
                "[1,2]                  | 6",
                "{\"a\":1,\"b\":null}   | 19",
                "\"é\"                  | 8",
                "\"😀\"                 | 14",
                "\"\\u007f\"            | 8",
                "\"\\n\\\\/\\u0001\"    | 13",
                "[true,false]           | 13",
                "18.0                   | 4",
                "1e3                    | 6",
                "-0.5                   | 4",
                "0.0001                 | 6",
                "0.00001                | 5",
                "5e-324                 | 6",
                "2e-323                 | 6",
                "1e23                   | 5",
                "-0                     | 1",
                "1.5e-7                 | 7",
                "1e16                   | 5",
                "1e15                   | 18",
                "1.25e100               | 9",
                "21.059306666666668     | 18",
                "123456789012345678901  | 21"
            })
    void the_size_is_that_of_pythons_text(String json, int length) {
        var tree = JsonReader.standard().read(json.getBytes(UTF_8)).document().orElseThrow();

        assertThat(PythonLength.of(tree)).isEqualTo(length);
    }

    @Test
    void white_space_of_the_original_does_not_count() {
        String text = new String(aNotification().asBytes(), UTF_8);

        assertThat(reference(text.replace(",", "," + " ".repeat(400)))).hasNoFindings();
    }

    private static void passes(TestNotification notification) {
        judged(notification).hasNoFindings();
    }

    private static ReportAssert judged(TestNotification notification) {
        return assertThat(Wnm.validate(notification.asBytes(), Profile.REFERENCE));
    }

    private static Report reference(String text) {
        return Wnm.validate(text.getBytes(UTF_8), Profile.REFERENCE);
    }
}
