package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecuritySchemesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#/components/securitySchemes/a\",\"more\":1}",
                "{\"type\":\"apiKey\",\"name\":\"k\",\"in\":\"header\",\"x-note\":1}",
                "{\"type\":\"http\",\"scheme\":\"basic\",\"description\":\"d\"}",
                "{\"type\":\"http\",\"scheme\":\"bearer\",\"bearerFormat\":\"JWT\"}",
                "{\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"https://id.example.org\"}",
                "{\"type\":\"oauth2\",\"flows\":{\"implicit\":{\"authorizationUrl\":\"u\",\"scopes\":{\"a\":\"b\"}}}}",
                "{\"type\":\"oauth2\",\"flows\":{\"authorizationCode\":{\"authorizationUrl\":\"u\",\"tokenUrl\":\"t\"}}}"
            })
    void a_scheme_of_openapi_3_0_conforms(String scheme) {
        assertThat(judged("key", scheme)).hasNoFindings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17                                                       | ",
                "{}                                                       | /type",
                "{\"type\":\"mutualTLS\"}                                 | /type",
                "{\"type\":\"apiKey\",\"in\":\"header\"}                  | /name",
                "{\"type\":\"apiKey\",\"name\":\"k\",\"in\":\"body\"}     | /in",
                "{\"type\":\"apiKey\",\"name\":\"k\",\"in\":\"query\",\"y\":1} | /y",
                "{\"type\":\"http\"}                                      | /scheme",
                "{\"type\":\"http\",\"scheme\":\"Bearer\",\"bearerFormat\":\"JWT\"} |"
                        + " /bearerFormat",
                "{\"type\":\"openIdConnect\"}                             | /openIdConnectUrl",
                "{\"type\":\"oauth2\"}                                    | /flows",
                "{\"type\":\"oauth2\",\"flows\":{\"password\":{}}}        |"
                        + " /flows/password/tokenUrl",
                "{\"type\":\"oauth2\",\"flows\":{\"implicit\":{\"authorizationUrl\":\"u\"}}} |"
                        + " /flows/implicit/scopes",
                "{\"type\":\"oauth2\",\"flows\":{\"other\":{}}}           | /flows/other"
            })
    void any_other_scheme_fails_at_its_place(String scheme, String place) {
        assertThat(judged("key", scheme))
                .fails("/req/core/links", "/links/0/security/key" + (place == null ? "" : place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "{\"$ref\":\"#/a\",\"$ref\\n\":1}"})
    void a_line_feed_after_a_name_does_not_hide_it_as_in_python(String scheme) {
        assertThat(judged("key\\n", scheme).findings(Verdict.FAILED)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my key", "clé", "\\n", "key\\n\\n"})
    void a_name_outside_the_pattern_is_not_looked_at(String name) {
        assertThat(judged(name, "17")).hasNoFindings();
    }

    private static Report judged(String name, String scheme) {
        return Wnm.validate(
                aNotification()
                        .with("/links/0/security", "{\"" + name + "\":" + scheme + "}")
                        .asJson(),
                Profile.STRICT);
    }
}
