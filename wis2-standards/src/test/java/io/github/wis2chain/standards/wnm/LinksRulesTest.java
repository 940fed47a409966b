package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.FILE;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The links of a notification, by the strict profile.
class LinksRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data/file.bufr",
                "//data.example.org/file",
                "file:///data/file.bufr",
                "s3://bucket/file",
                "ftps://data.example.org/file",
                "httpfoo://data.example.org/file",
                "http",
                "https:",
                "https:///file",
                "https://:443/file",
                "https://data.example.org:99999/file",
                "https://data.example.org:port/file",
                "https://data.example.org/a b",
                "https://data.example.org/météo",
                "https://météo.example.org/file",
                "https://data.example.org/file?name=é",
                "mailto:ops@example.org",
                " https://data.example.org/file"
            })
    void a_link_that_is_no_fetchable_url_fails(String href) {
        judged(leadingTo(href))
                .fails("/req/core/links", "/links/1/href")
                .hasTests(Verdict.FAILED, "links");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://data.example.org",
                "https://user:word@data.example.org:8443/a?b=c#d",
                "ftp://data.example.org/file",
                "sftp://data.example.org/file",
                "https://[2001:db8::1]:443/file",
                "https://my_host/a%20b",
                "https://data.example.org:/file"
            })
    void an_absolute_url_of_the_four_schemes_conforms(String href) {
        judged(leadingTo(href)).hasNoFindings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://https://data.example.org/file",
                "https://http://data.example.org/file",
                "http://HTTPS//data.example.org/file"
            })
    void a_scheme_that_is_written_twice_conforms_with_advice(String href) {
        judged(leadingTo(href)).warns("/req/core/links", "/links/1/href");
    }

    @Test
    void a_scheme_in_capitals_conforms_with_advice() {
        judged(leadingTo("HTTPS://data.example.org/file"))
                .warns("/req/core/links", "/links/1/href");
    }

    @Test
    void an_empty_array_of_links_fails() {
        judged(aNotification().with("/links", "[]"))
                .hasTests(Verdict.FAILED, "links", "validation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "update", "deletion"})
    void a_second_primary_link_fails(String rel) {
        judged(aNotification().withLink(rel, FILE).with("/links/2/length", "1"))
                .fails("/req/core/links", "/links/2/rel");
    }

    @Test
    void no_primary_link_fails() {
        judged(related("item")).fails("/req/core/links", "/links");
    }

    @ParameterizedTest
    @CsvSource({"Canonical, canonical", "delete, deletion", "UPDATE, update"})
    void a_near_miss_of_a_primary_relation_is_recognised(String rel, String meant) {
        judged(related(rel)).fails("/req/core/links", "/links/0/rel").suggests(meant);
    }

    @Test
    void a_length_is_a_number_of_bytes() {
        judged(ofLength("25620.0")).hasNoFindings();
        judged(ofLength("-1")).fails("/rec/core/links", "/links/0/length");
        judged(ofLength("18446744073709551616")).warns("/rec/core/links", "/links/0/length");
        judged(ofLength("1e400")).fails("/rec/core/links", "/links/0/length");
        judged(ofLength("1.5")).fails("/req/core/links", "/links/0/length");
        judged(ofLength("\"1\"")).fails("/req/core/links", "/links/0/length");
        judged(aNotification().without("/links/0/length"))
                .warns("/rec/core/links", "/links/0/length");
    }

    private static TestNotification leadingTo(String href) {
        return aNotification().withText("/links/1/href", href);
    }

    private static TestNotification related(String rel) {
        return aNotification().withText("/links/0/rel", rel);
    }

    private static TestNotification ofLength(String length) {
        return aNotification().with("/links/0/length", length);
    }
}
