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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31e9d66acd8341749429b932f1abe1be",
                "urn:uuid:31e9d66a-cd83-4174-9429-b932f1abe1be",
                "{31e9d66a-cd83-4174-9429-b932f1abe1be}",
                "31e9d66a-cd83-4174-9429-b932f1abe1bg",
                "31e9d66-acd83-4174-9429-b932f1abe1be",
                "31e9d66a-cd83-4174-9429-b932f1abe1be\n",
                ""
            })
    void an_identifier_that_is_no_uuid_fails(String id) {
        judged(aNotification().withText("/id", id))
                .fails("/req/core/identifier", "/id")
                .hasTests(Verdict.FAILED, "id");
    }

    @Test
    void a_uuid_in_capitals_conforms_with_advice() {
        judged(aNotification().withText("/id", "31E9D66A-CD83-4174-9429-B932F1ABE1BE"))
                .warns("/req/core/identifier", "/id")
                .suggests("31e9d66a-cd83-4174-9429-b932f1abe1be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[\"https://wis.wmo.int/spec/wnm/1/conf/core\"]",
                "[\"http://wis.wmo.int/spec/wnm/1/conf/core/\"]",
                "[17]"
            })
    void conformance_to_something_else_fails(String conformsTo) {
        judged(aNotification().with("/conformsTo", conformsTo))
                .fails("/req/core/conformance", "/conformsTo")
                .hasTests(Verdict.FAILED, "validation", "conformance");
    }

    @Test
    void conformance_to_more_than_one_class_conforms() {
        judged(
                        aNotification()
                                .with(
                                        "/conformsTo",
                                        "[1,\"x\",\"http://wis.wmo.int/spec/wnm/1/conf/core\"]"))
                .hasNoFindings();
    }

    @Test
    void the_deprecated_version_alone_fails() {
        judged(aNotification().without("/conformsTo").withText("/version", "v04"))
                .fails("/req/core/conformance", "/version")
                .hasTests(Verdict.FAILED, "conformance", "version");
    }

    @Test
    void both_marks_of_the_specification_fail() {
        judged(aNotification().withText("/version", "v04"))
                .fails("/req/core/conformance", "/version")
                .hasTests(Verdict.FAILED, "conformance", "validation", "version");
    }

    @Test
    void another_type_than_feature_fails() {
        judged(aNotification().withText("/type", "feature"))
                .fails("/req/core/validation", "/type")
                .suggests("Feature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"type\":\"Point\",\"coordinates\":[180,-90]}",
                "{\"type\":\"Point\",\"coordinates\":[-180.0,90.0,-12.5]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0.0,0.00]]]}"
            })
    void a_null_point_or_closed_polygon_conforms(String geometry) {
        judged(aNotification().with("/geometry", geometry)).hasNoFindings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]} | /geometry/type",
                "{\"type\":\"point\",\"coordinates\":[0,0]}              | /geometry/type",
                "{\"type\":\"Point\",\"coordinates\":[0]}                | /geometry/coordinates",
                "{\"type\":\"Point\",\"coordinates\":[0,\"1\"]}          | /geometry/coordinates/1",
                "{\"type\":\"Point\",\"coordinates\":[0,true]}           | /geometry/coordinates/1",
                "{\"type\":\"Point\",\"coordinates\":[0,1,null]}         | /geometry/coordinates/2",
                "{\"type\":\"Point\",\"coordinates\":[180.01,0]}         | /geometry/coordinates/0",
                "{\"type\":\"Point\",\"coordinates\":[0,-90.5]}          | /geometry/coordinates/1",
                "{\"type\":\"Point\",\"coordinates\":{}}                 | /geometry/coordinates",
                "{\"type\":\"Polygon\",\"coordinates\":[]}               | /geometry/coordinates",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}         |"
                        + " /geometry/coordinates/0",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}   |"
                        + " /geometry/coordinates/0",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0,5]]]} |"
                        + " /geometry/coordinates/0",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,91],[0,0]]]}  |"
                        + " /geometry/coordinates/0/2/1",
                "{\"type\":\"Polygon\",\"coordinates\":[7]}                           |"
                        + " /geometry/coordinates/0"
            })
    void any_other_geometry_fails_at_its_place(String geometry, String pointer) {
        judged(aNotification().with("/geometry", geometry)).fails("/req/core/geometry", pointer);
    }

    @Test
    void a_position_of_four_numbers_conforms_with_advice() {
        judged(aNotification().with("/geometry", "{\"type\":\"Point\",\"coordinates\":[0,0,0,0]}"))
                .warns("/req/core/geometry", "/geometry/coordinates");
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_blank_data_id_fails(String dataId) {
        judged(aNotification().withText("/properties/data_id", dataId))
                .fails("/req/core/data_id", "/properties/data_id")
                .hasTests(Verdict.FAILED, "data_id");
    }

    @Test
    void a_missing_or_odd_metadata_id_conforms_with_advice() {
        judged(aNotification().without("/properties/metadata_id"))
                .warns("/rec/core/metadata_id", "/properties/metadata_id");
        judged(aNotification().withText("/properties/metadata_id", "urn:x-wmo:md:int.wmo.wis::X"))
                .warns("/rec/core/metadata_id", "/properties/metadata_id");
    }

    @Test
    void a_hexadecimal_digest_fails_and_its_base64_is_suggested() {
        judged(
                        aNotification()
                                .withText(
                                        "/properties/integrity/value",
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .fails("/rec/core/integrity", "/properties/integrity/value")
                .suggests("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
                .hasTests(Verdict.FAILED, "integrity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5\nJCeuQeRkm5NMpJWZG3hSuFU=",
            })
    void another_base64_fails_and_the_standard_one_is_suggested(String value) {
        judged(aNotification().withText("/properties/integrity/value", value))
                .fails("/rec/core/integrity", "/properties/integrity/value")
                .suggests("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "not.base64", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV="})
    void a_digest_of_another_length_or_with_stray_bits_fails(String value) {
        judged(aNotification().withText("/properties/integrity/value", value))
                .fails("/rec/core/integrity", "/properties/integrity/value");
    }

    @ParameterizedTest
    @CsvSource({
        "sha2-256, sha256",
        "SHA-256, sha256",
        "sha-512, sha512",
        "SHA512, sha512",
        "sha3_256, sha3-256",
        "sha2-384, sha384"
    })
    void a_method_by_another_name_fails_and_the_right_one_is_suggested(String name, String right) {
        judged(aNotification().withText("/properties/integrity/method", name))
                .fails("/rec/core/integrity", "/properties/integrity/method")
                .suggests(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha1", "arbitrary", ""})
    void a_method_outside_the_six_fails(String name) {
        judged(aNotification().withText("/properties/integrity/method", name))
                .fails("/rec/core/integrity", "/properties/integrity/method");
    }

    @Test
    void new_data_without_integrity_conform_with_advice() {
        judged(aNotification().without("/properties/integrity"))
                .warns("/rec/core/integrity", "/properties/integrity");
    }

    @Test
    void a_deletion_needs_neither_integrity_nor_length() {
        judged(
                        aNotification()
                                .without("/properties/integrity")
                                .without("/properties/content")
                                .withText("/links/0/rel", "deletion")
                                .without("/links/0/length"))
                .hasNoFindings();
    }

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
        var report = Wnm.validate(content("base64", "3073", encoded).asBytes(), Profile.STRICT);
        assertThat(report).hasTests(Verdict.FAILED, "content", "validation");
    }

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
        judged(aNotification().withText("/links/1/href", href))
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
        judged(aNotification().withText("/links/1/href", href)).hasNoFindings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://https://data.example.org/file",
                "https://http://data.example.org/file",
                "http://HTTPS//data.example.org/file"
            })
    void a_scheme_that_is_written_twice_conforms_with_advice(String href) {
        judged(aNotification().withText("/links/1/href", href))
                .warns("/req/core/links", "/links/1/href");
    }

    @Test
    void a_scheme_in_capitals_conforms_with_advice() {
        judged(aNotification().withText("/links/1/href", "HTTPS://data.example.org/file"))
                .warns("/req/core/links", "/links/1/href");
    }

    @Test
    void an_empty_array_of_links_fails() {
        var report = Wnm.validate(aNotification().with("/links", "[]").asBytes(), Profile.STRICT);

        assertThat(report).hasTests(Verdict.FAILED, "links", "validation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "update", "deletion"})
    void a_second_primary_link_fails(String rel) {
        judged(aNotification().withLink(rel, FILE).with("/links/2/length", "1"))
                .fails("/req/core/links", "/links/2/rel");
    }

    @Test
    void no_primary_link_fails() {
        judged(aNotification().withText("/links/0/rel", "item")).fails("/req/core/links", "/links");
    }

    @ParameterizedTest
    @CsvSource({"Canonical, canonical", "delete, deletion", "UPDATE, update"})
    void a_near_miss_of_a_primary_relation_is_recognised(String rel, String meant) {
        judged(aNotification().withText("/links/0/rel", rel))
                .fails("/req/core/links", "/links/0/rel")
                .suggests(meant);
    }

    @Test
    void a_length_is_a_number_of_bytes() {
        judged(aNotification().with("/links/0/length", "25620.0")).hasNoFindings();
        judged(aNotification().with("/links/0/length", "-1"))
                .fails("/rec/core/links", "/links/0/length");
        judged(aNotification().with("/links/0/length", "18446744073709551616"))
                .warns("/rec/core/links", "/links/0/length");
        judged(aNotification().with("/links/0/length", "1e400"))
                .fails("/rec/core/links", "/links/0/length");
        judged(aNotification().with("/links/0/length", "1.5"))
                .fails("/req/core/links", "/links/0/length");
        judged(aNotification().with("/links/0/length", "\"1\""))
                .fails("/req/core/links", "/links/0/length");
        judged(aNotification().without("/links/0/length"))
                .warns("/rec/core/links", "/links/0/length");
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

    private static TestNotification extent(String start, String end) {
        return aNotification()
                .without("/properties/datetime")
                .withText("/properties/start_datetime", start)
                .withText("/properties/end_datetime", end);
    }

    private static TestNotification content(String encoding, String size, String value) {
        return aNotification()
                .withText("/properties/content/encoding", encoding)
                .with("/properties/content/size", size)
                .withText("/properties/content/value", value);
    }

    private static ReportAssert judged(TestNotification notification) {
        return assertThat(Wnm.validate(notification.asBytes(), Profile.STRICT));
    }
}
