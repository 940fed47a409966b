package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.json.TestDocument.json;
import static io.github.wis2chain.standards.stac.ItemFixture.anItem;
import static io.github.wis2chain.standards.stac.ReadItem.accepted;
import static io.github.wis2chain.standards.stac.ReadItem.onlyFault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.conformance.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class StacItemReaderTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.0.1", "1.1.0"})
    void versions_1_0_and_1_1_are_read(String version) {
        accepted(anItem().withText("/stac_version", version));
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
        onlyFault(anItem().withText("/links/-", "x"), "links");
    }

    @Test
    void a_collection_and_its_link_go_together() {
        ItemFixture linked =
                anItem().with("/links/-", "{\"rel\":\"collection\",\"href\":\"c.json\"}");

        assertThat(accepted(linked.withText("/collection", "argo")).collection()).contains("argo");
        onlyFault(linked, "collection");
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
}
