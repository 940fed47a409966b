package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the data are, by the strict profile.
class GeometryRulesTest {

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
}
