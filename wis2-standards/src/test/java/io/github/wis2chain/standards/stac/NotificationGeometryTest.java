package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.json.TestDocument.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.wnm.Geometry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class NotificationGeometryTest {

    @Test
    void null_stays_null() {
        assertThat(legal("null")).isEmpty();
    }

    @Test
    void a_point_stays_as_it_is_with_its_height() {
        Geometry point =
                legal("{'type':'Point','coordinates':[-23.4125,41.0875,-12.5]}").orElseThrow();

        assertThat(point)
                .isInstanceOfSatisfying(
                        Geometry.Point.class,
                        found -> {
                            assertThat(found.position().longitude())
                                    .isEqualByComparingTo("-23.4125");
                            assertThat(found.position().latitude()).isEqualByComparingTo("41.0875");
                            assertThat(found.position().height().orElseThrow())
                                    .isEqualByComparingTo("-12.5");
                        });
    }

    @Test
    void a_polygon_stays_as_it_is_with_its_holes() {
        Geometry polygon =
                legal(
                                "{'type':'Polygon','coordinates':[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1.0,1]]]}")
                        .orElseThrow();

        assertThat(polygon)
                .isInstanceOfSatisfying(
                        Geometry.Polygon.class,
                        found -> {
                            assertThat(found.rings()).hasSize(2);
                            assertThat(found.rings().getFirst()).hasSize(4);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'MultiPoint','coordinates':[[1,2],[3,-4],[2,0]]}",
                "{'type':'LineString','coordinates':[[1,2,100],[3,-4,200]]}",
                "{'type':'MultiLineString','coordinates':[[[1,2],[2,2]],[[3,-4],[3,2]]]}",
                "{'type':'MultiPolygon','coordinates':[[[[1,-4],[3,-4],[3,2],[1,-4]]]]}",
                "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},{'type':'LineString','coordinates':[[3,2],[3,-4]]}]}"
            })
    void every_other_kind_becomes_the_rectangle_around_it(String geometry) {
        assertThat(legal(geometry))
                .hasValueSatisfying(rectangle ->
                        assertThat(corners(rectangle)).isEqualTo("1,-4 3,-4 3,2 1,2 1,-4"));
    }

    @Test
    void a_rectangle_without_extent_is_a_point() {
        assertThat(legal("{'type':'MultiPoint','coordinates':[[1,2],[1.0,2]]}").orElseThrow())
                .isInstanceOf(Geometry.Point.class);
    }

    @Test
    void a_rectangle_never_crosses_the_antimeridian() {
        assertThat(
                        corners(
                                legal("{'type':'MultiPoint','coordinates':[[179,0],[-179,1]]}")
                                        .orElseThrow()))
                .isEqualTo("-179,0 179,0 179,1 -179,1 -179,0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'GeometryCollection','geometries':[]}",
                "{'type':'MultiPoint','coordinates':[]}",
                "{'type':'MultiPolygon','coordinates':[[]]}"
            })
    void a_geometry_without_positions_becomes_null(String geometry) {
        assertThat(legal(geometry)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'Point','coordinates':[180.1,0]}|/coordinates/0|longitude 180.1",
                "{'type':'Point','coordinates':[0,-90.5]}|/coordinates/1|latitude -90.5",
                "{'type':'MultiPoint','coordinates':[[0,0],[0,91]]}|/coordinates/1/1|latitude 91",
                "{'type':'Polygon','coordinates':[]}||no ring",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[0,0]]]}|/coordinates/0|3 positions",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]}|/coordinates/0|open",
                "{'type':'Blob'}||[Blob]",
                "[]||no type"
            })
    void a_geometry_that_is_wrong_in_itself_is_refused(
            String geometry, @Nullable String pointer, String why) {
        assertThat(NotificationGeometry.of(json(geometry.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        NotificationGeometry.Illegal.class,
                        illegal -> {
                            assertThat(illegal.faults()).hasSize(1);
                            assertThat(illegal.faults().getFirst().pointer())
                                    .isEqualTo(pointer == null ? "" : pointer);
                            assertThat(illegal.faults().getFirst().message()).contains(why);
                        });
    }

    private static Optional<Geometry> legal(String geometry) {
        NotificationGeometry read = NotificationGeometry.of(json(geometry.replace('\'', '"')));
        assertThat(read).isInstanceOf(NotificationGeometry.Legal.class);
        return ((NotificationGeometry.Legal) read).geometry();
    }

    private static String corners(Geometry geometry) {
        assertThat(geometry).isInstanceOf(Geometry.Polygon.class);
        return String.join(
                " ",
                ((Geometry.Polygon) geometry)
                        .rings().getFirst().stream()
                                .map(position ->
                                        position.longitude().toPlainString()
                                                + ","
                                                + position.latitude().toPlainString())
                                .toList());
    }
}
