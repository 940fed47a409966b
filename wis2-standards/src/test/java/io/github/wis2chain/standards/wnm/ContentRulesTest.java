package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Base64;

/// Data inside the notification, by the strict profile.
class ContentRulesTest {

    @ParameterizedTest
    @CsvSource({"utf-8, 2, é", "base64, 1, AA==", "base64, 0, ''", "utf-8, 16.0, 0123456789abcdef"})
    void content_that_holds_what_it_says_conforms(String encoding, String size, String value) {
        judged(content(encoding, size, value)).hasNoFindings();
    }

    @Test
    void zipped_content_conforms_when_its_size_is_that_of_the_data() {
        byte[] data = new byte[3000];
        Content zipped = Content.of(ContentEncoding.GZIP, data).orElseThrow();

        judged(content("gzip", "3000", zipped.value())).hasNoFindings();
        judged(content("gzip", "2999", zipped.value()))
                .fails("/req/core/content", "/properties/content");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, 1, é",
        "utf-8, 4, abc",
        "base64, 2, AA==",
        "base64, 1, AA",
        "base64, 3, '#AAA'",
        "gzip, 1, AA==",
        "gzip, 1, x"
    })
    void content_that_does_not_hold_what_it_says_fails(String encoding, String size, String value) {
        judged(content(encoding, size, value)).fails("/req/core/content", "/properties/content");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 3, abc, encoding",
        "utf-8, 3.5, abc, size",
        "utf-8, true, abc, size",
        "utf-8, 4097, abc, size"
    })
    void content_outside_the_schema_fails_validation(
            String encoding, String size, String value, String member) {
        var report = Wnm.validate(content(encoding, size, value).asBytes(), Profile.STRICT);

        assertThat(report.findings(Verdict.FAILED))
                .anySatisfy(finding ->
                        assertThat(finding.pointer()).isEqualTo("/properties/content/" + member));
        assertThat(report).hasTests(Verdict.FAILED, "content", "validation");
    }

    @Test
    void encoded_content_of_more_than_4096_bytes_fails() {
        judged(content("utf-8", "4096", "é".repeat(2048))).conforms();
        judged(content("utf-8", "4096", "é".repeat(2049)))
                .fails("/req/core/content", "/properties/content")
                .hasTests(Verdict.FAILED, "content");
        String encoded = Base64.getEncoder().encodeToString(new byte[3073]);
        judged(content("base64", "3073", encoded))
                .hasTests(Verdict.FAILED, "content", "validation");
    }

    private static TestNotification content(String encoding, String size, String value) {
        return aNotification()
                .withText("/properties/content/encoding", encoding)
                .with("/properties/content/size", size)
                .withText("/properties/content/value", value);
    }
}
