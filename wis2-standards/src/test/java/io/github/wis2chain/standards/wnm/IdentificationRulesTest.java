package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a notification is: its identifiers, its type and the specification that it follows, by the strict profile.
class IdentificationRulesTest {

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
}
