package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.json.TestDocument.json;
import static io.github.wis2chain.standards.stac.ItemFixture.anItem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Locale;

class StacItemReaderTest {

    private static final String ASSET = "/assets/profile-6999001-014.bufr";
    private static final String SHA2_256 =
            "122091f2bb6bd8f9cd7b2db2ad9d5a4a3a9bb6f42d3e5f9c1a7be5b7b1c6d4f0e213";

    @Test
    void a_valid_item_is_read_with_its_members() {
        StacItem item = accepted(anItem());

        assertThat(item.id()).isEqualTo("profile-6999001-014");
        assertThat(item.stacVersion()).isEqualTo("1.1.0");
        assertThat(item.stacExtensions()).hasSize(1);
        assertThat(item.collection()).isEmpty();
        assertThat(item.geometry().text("type")).contains("Point");
        assertThat(item.bbox()).hasSize(4);
        assertThat(item.time()).isEqualTo(new ItemTime.At(Instant.parse("2026-03-14T06:12:00Z")));
        assertThat(item.properties().text("platform")).contains("6999001");
    }

    @Test
    void an_asset_is_read_with_its_file_members() {
        StacAsset asset = accepted(anItem()).asset("profile-6999001-014.bufr").orElseThrow();

        assertThat(asset.href()).endsWith("/profile-6999001-014.bufr");
        assertThat(asset.type()).contains("application/bufr");
        assertThat(asset.title()).contains("Profile in BUFR");
        assertThat(asset.hasRole("data")).isTrue();
        assertThat(asset.size()).contains(812L);
        assertThat(asset.checksum().orElseThrow().method()).contains(IntegrityMethod.SHA256);
    }

    @Test
    void assets_keep_their_order_and_the_members_of_other_extensions() {
        StacItem item =
                accepted(anItem().with("/assets/a", "{\"href\":\"a.nc\",\"alternate\":{\"x\":1}}"));

        assertThat(item.assets())
                .extracting(StacAsset::key)
                .containsExactly("profile-6999001-014.bufr", "a");
        assertThat(item.assets().getLast().members().at("/alternate/x")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.0.1", "1.1.0"})
    void versions_1_0_and_1_1_are_read(String version) {
        accepted(anItem().with("/stac_version", "\"" + version + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type|'\"Collection\"'|type|Feature is required",
                "type|1|type|is a number",
                "stac_version|'\"1.2.0\"'|stac_version|1.0.x or 1.1.x",
                "stac_version|'\"1.0.0-rc.1\"'|stac_version|1.0.x or 1.1.x",
                "stac_version|1.0|stac_version|is a number",
                "stac_extensions|'\"file\"'|stac_extensions|an array is required",
                "id|'\"\"'|id|is empty",
                "id|7|id|is a number",
                "links|{}|links|an array is required",
                "geometry|'\"POINT(1 1)\"'|geometry|has no type",
                "geometry|'{\"type\":\"Circle\"}'|geometry|[Circle]",
                "geometry|'{\"type\":\"Point\"}'|geometry|coordinates are missing",
                "geometry|'{\"type\":\"Point\",\"coordinates\":[1]}'|geometry|at least 2 numbers",
                "geometry|'{\"type\":\"Point\",\"coordinates\":[[1,2]]}'|geometry|at least 2"
                        + " numbers",
                "geometry|'{\"type\":\"Point\",\"coordinates\":[\"1\",2]}'|geometry|at least 2"
                        + " numbers",
                "geometry|'{\"type\":\"LineString\",\"coordinates\":[1,2]}'|geometry|at least 2"
                        + " numbers",
                "geometry|'{\"type\":\"Polygon\",\"coordinates\":[1]}'|geometry|an array is"
                        + " required",
                "geometry|'{\"type\":\"LineString\",\"coordinates\":[[1,2]]}'|geometry|a line has 1"
                        + " positions",
                "geometry|'{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[]]}'|geometry|a"
                    + " line has 0 positions",
                "geometry|'{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}'|geometry|a"
                        + " ring of the polygon has 3 positions",
                "geometry|'{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,1]]]]}'|geometry|a"
                    + " ring of the polygon is open",
                "geometry|'{\"type\":\"GeometryCollection\"}'|geometry|geometries are missing",
                "geometry|'{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[]}]}'|geometry|a"
                    + " line has 0 positions",
                "geometry|'{\"type\":\"GeometryCollection\",\"geometries\":[null]}'|geometry|is"
                        + " null",
                "bbox|[1,2,3]|bbox|4 or 6 numbers",
                "bbox|'[1,2,3,\"4\"]'|bbox|4 or 6 numbers",
                "bbox|{}|bbox|an array is required",
                "bbox|[-181,0,0,0]|bbox|longitude -181",
                "bbox|[0,0,0,91]|bbox|latitude 91",
                "bbox|[0,10,0,-10]|bbox|south 10 north of its north -10",
                "bbox|[0,10,0,0,-10,0]|bbox|south 10 north of its north -10",
                "properties|[]|properties|an object is required",
                "assets|[]|assets|an object is required",
                "assets|'{\"a\":\"x\"}'|assets|an object is required",
                "collection|'\"argo\"'|collection|no link has rel collection",
                "collection|'\"\"'|collection|is empty"
            })
    void a_wrong_member_fails_its_requirement(
            String member, String value, String requirement, String why) {
        assertThat(onlyFault(anItem().with("/" + member, value), requirement).message())
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "stac_version",
                "id",
                "links",
                "geometry",
                "bbox",
                "properties",
                "assets"
            })
    void a_missing_member_fails_its_requirement(String member) {
        Finding finding = onlyFault(anItem().without("/" + member), member);

        assertThat(finding.pointer()).isEqualTo("/" + member);
        assertThat(finding.message()).contains(member + " is missing");
    }

    @Test
    void a_null_geometry_has_no_box() {
        StacItem item = accepted(anItem().with("/geometry", "null").without("/bbox"));

        assertThat(item.geometry().isNull()).isTrue();
        assertThat(item.bbox()).isEmpty();
        onlyFault(anItem().with("/geometry", "null"), "bbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[170,-10,-170,10]", "[-24,41,-2000,-23,42,0]"})
    void a_box_may_cross_the_antimeridian_and_have_heights(String bbox) {
        accepted(anItem().with("/bbox", bbox));
    }

    @Test
    void a_link_needs_href_and_rel() {
        assertThat(onlyFault(anItem().with("/links/-", "{\"rel\":\"self\"}"), "links").pointer())
                .isEqualTo("/links/0/href");
        assertThat(onlyFault(anItem().with("/links/-", "{\"href\":\"x\"}"), "links").pointer())
                .isEqualTo("/links/0/rel");
        onlyFault(anItem().with("/links/-", "\"x\""), "links");
    }

    @Test
    void a_collection_and_its_link_go_together() {
        ItemFixture linked =
                anItem().with("/links/-", "{\"rel\":\"collection\",\"href\":\"c.json\"}");

        assertThat(accepted(linked.with("/collection", "\"argo\"")).collection()).contains("argo");
        onlyFault(linked, "collection");
    }

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
        Finding finding =
                onlyFault(anItem().with("/properties/datetime", "\"" + time + "\""), "datetime");

        assertThat(finding.pointer()).isEqualTo("/properties/datetime");
        assertThat(finding.message()).contains("[" + time + "]", why);
    }

    @Test
    void a_datetime_in_another_zone_is_put_right() {
        Finding finding =
                onlyFault(
                        anItem().with("/properties/datetime", "\"2026-03-14T07:12:00+01:00\""),
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
                                                .with(
                                                        "/properties/datetime",
                                                        "\"2026-03-14T12:00:00Z\""))
                                .time())
                .isEqualTo(new ItemTime.At(Instant.parse("2026-03-14T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start_datetime", "end_datetime"})
    void half_an_interval_fails(String name) {
        ItemFixture half = anInterval().without("/properties/" + name);

        assertThat(onlyFault(half, "datetime").pointer()).isEqualTo("/properties/" + name);
        onlyFault(half.with("/properties/datetime", "\"2026-03-14T12:00:00Z\""), "datetime-range");
    }

    @Test
    void an_interval_must_not_end_before_it_starts() {
        assertThat(
                        onlyFault(
                                        anInterval()
                                                .with(
                                                        "/properties/end_datetime",
                                                        "\"2026-03-13T00:00:00Z\""),
                                        "datetime-range")
                                .message())
                .contains("is before");
    }

    @Test
    void a_limit_of_an_interval_must_be_a_time() {
        onlyFault(anInterval().with("/properties/start_datetime", "null"), "datetime-range");
        onlyFault(anInterval().with("/properties/start_datetime", "\"now\""), "datetime-range");
    }

    @Test
    void a_wrong_created_time_is_a_warning() {
        warned(anItem().with("/properties/created", "\"yesterday\""), "created");
        warned(anItem().withAssetMember("updated", "\"2026-03-14\""), "created");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "href|1|assets/href|is a number",
                "href|'\"\"'|assets/href|is empty",
                "type|1|assets/type|is a number",
                "title|1|assets/title|is a number",
                "description|1|assets/description|is a number",
                "roles|'\"data\"'|assets/roles|an array is required",
                "roles|[1]|assets/roles|is a number",
                "roles|'[\"\"]'|assets/roles|is empty",
                "file:size|-1|file/size|not negative",
                "file:size|1.5|file/size|a whole number",
                "file:size|'\"812\"'|file/size|is a string",
                "file:size|9223372036854775808|file/size|a whole number",
                "file:checksum|1|file/checksum|is a number"
            })
    void a_wrong_member_of_an_asset_fails_its_requirement(
            String member, String value, String requirement, String why) {
        Finding finding = onlyFault(anItem().withAssetMember(member, value), requirement);

        assertThat(finding.pointer()).startsWith(ASSET + "/" + member);
        assertThat(finding.message()).contains(why);
    }

    @Test
    void an_asset_needs_an_href() {
        assertThat(onlyFault(anItem().without(ASSET + "/href"), "assets/href").pointer())
                .isEqualTo(ASSET + "/href");
    }

    @Test
    void an_item_without_assets_is_an_item() {
        assertThat(accepted(anItem().with("/assets", "{}")).assets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "812", "812.0", "9223372036854775807"})
    void a_size_is_any_whole_number_of_bytes(String size) {
        assertThat(accepted(anItem().withAssetMember("file:size", size)).assets().getFirst().size())
                .isPresent();
    }

    @Test
    void an_upper_case_checksum_is_put_right() {
        Finding finding =
                onlyFault(
                        anItem().withChecksum(SHA2_256.toUpperCase(Locale.ROOT)), "file/checksum");

        assertThat(finding.fix()).contains(SHA2_256);
    }

    @Test
    void a_digest_that_notifications_cannot_state_is_a_warning() {
        Finding finding =
                warned(anItem().withChecksum("d50110" + "0f".repeat(16)), "file/checksum");

        assertThat(finding.message())
                .isEqualTo(
                        "md5 is not allowed in a notification; the digest is computed from the data"
                                + " instead");
    }

    @Test
    void the_file_extension_should_be_declared() {
        warned(anItem().without("/stac_extensions"), "stac_extensions");
    }

    @Test
    void pointers_lead_into_the_event_that_carries_the_item() {
        byte[] event = EventFixture.anEvent().withItem(anItem().without("/id")).asBytes();
        ItemRead read =
                StacItemReader.read(
                        CloudEventReader.standard()
                                .readStructured(event)
                                .event()
                                .orElseThrow()
                                .json()
                                .orElseThrow());

        assertThat(read.report().findings().getFirst().pointer()).isEqualTo("/data/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"item\"", "7"})
    void a_value_that_is_no_object_is_no_item(String value) {
        assertThat(StacItemReader.read(json(value)).item()).isEmpty();
    }

    private static ItemFixture anInterval() {
        return anItem().with("/properties/datetime", "null")
                .with("/properties/start_datetime", "\"2026-03-14T00:00:00Z\"")
                .with("/properties/end_datetime", "\"2026-03-15T00:00:00Z\"");
    }

    private static StacItem accepted(ItemFixture item) {
        ItemRead read = StacItemReader.read(item.asJson());
        assertThat(read.report().findings()).isEmpty();
        return read.item().orElseThrow();
    }

    private static Finding onlyFault(ItemFixture item, String requirement) {
        ItemRead read = StacItemReader.read(item.asJson());
        assertThat(read.item()).isEmpty();
        return only(read, requirement);
    }

    private static Finding warned(ItemFixture item, String requirement) {
        ItemRead read = StacItemReader.read(item.asJson());
        assertThat(read.item()).isPresent();
        assertThat(read.report().verdict()).isEqualTo(Verdict.WARNING);
        return only(read, requirement);
    }

    private static Finding only(ItemRead read, String requirement) {
        assertThat(read.report().findings()).hasSize(1);
        Finding finding = read.report().findings().getFirst();
        assertThat(finding.requirement().id()).isEqualTo("/stac/" + requirement);
        return finding;
    }
}
