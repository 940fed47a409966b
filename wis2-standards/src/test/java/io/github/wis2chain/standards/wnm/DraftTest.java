package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.conformance.ReportAssert.assertThat;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.ReportAssert;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class DraftTest {

    private static final Basis DRAFT = Basis.STRICT.with(Edition.DRAFT_1_4);

    @Test
    void a_notification_that_follows_the_draft_has_no_findings() {
        judged(ofDataset()).hasNoFindings();
        assertThat(Wnm.validate(ofDataset().asBytes(), Profile.STRICT)).hasNoFindings();
    }

    @Test
    void the_tests_name_the_dataset_in_the_place_of_the_version() {
        Report report = Wnm.validate(ofDataset().asJson(), DRAFT);

        assertThat(report.tests()).containsKey("metadata_id").doesNotContainKey("version");
    }

    @Test
    void a_notification_without_dataset_fails() {
        judged(aNotification().without("/properties/metadata_id"))
                .fails("/req/core/metadata_id", "/properties/metadata_id")
                .hasTests(Verdict.FAILED, "metadata_id", "validation");
    }

    @Test
    void the_official_schema_of_the_draft_asks_for_the_dataset_and_knows_no_version() {
        Basis tool = Basis.REFERENCE.with(Edition.DRAFT_1_4);
        byte[] without = aNotification().without("/properties/metadata_id").asBytes();
        byte[] old = aNotification().without("/conformsTo").withText("/version", "v04").asBytes();
        byte[] both = aNotification().withText("/version", "v04").asBytes();

        assertThat(Wnm.validate(without, tool)).hasTests(Verdict.FAILED, "validation");
        assertThat(Wnm.validate(old, tool)).hasTests(Verdict.FAILED, "validation");
        assertThat(Wnm.validate(both, tool)).hasNoFindings();
    }

    @Test
    void a_digest_offends_a_requirement() {
        judged(ofDataset().withText("/properties/integrity/method", "sha2-256"))
                .fails("/req/core/integrity", "/properties/integrity/method")
                .suggests("sha256");
        judged(ofDataset().withText("/properties/integrity/value", "00"))
                .fails("/req/core/integrity", "/properties/integrity/value");
    }

    @Test
    void an_identifier_outside_its_dataset_is_advised_against() {
        judged(aNotification()).warns("/rec/core/data_id", "/properties/data_id");
    }

    @Test
    void media_types_that_say_nothing_or_are_not_registered_are_advised_against() {
        judged(ofDataset().without("/links/0/type")).warns("/rec/core/links", "/links/0/type");
        judged(ofDataset().withText("/links/0/type", "application/octet-stream"))
                .warns("/rec/core/links", "/links/0/type");
        judged(ofDataset().withText("/links/0/type", "application/x-BUFR"))
                .warns("/rec/core/links", "/links/0/type")
                .suggests("application/bufr");
        judged(ofDataset().without("/links/1/type")).hasNoFindings();
    }

    @Test
    void what_is_no_json_or_no_object_fails() {
        byte[] noJson = "{".getBytes(StandardCharsets.UTF_8);
        byte[] array = "[]".getBytes(StandardCharsets.UTF_8);

        assertThat(Wnm.validate(noJson, DRAFT)).hasTests(Verdict.FAILED, "validation");
        assertThat(Wnm.validate(array, DRAFT).conforms()).isFalse();
    }

    private static TestNotification ofDataset() {
        return aNotification()
                .withText("/properties/data_id", "urn:wmo:md:fr-example:cor:msg:argo/prof_0.bufr");
    }

    private static ReportAssert judged(TestNotification notification) {
        return assertThat(Wnm.validate(notification.asBytes(), DRAFT));
    }
}
