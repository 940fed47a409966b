package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.Chain.text;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.TestDocument;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/// From a sound event to what is sent.
class NotificationPipelineTest {

    @Test
    void an_argo_event_becomes_one_conforming_notification_on_the_topic_of_its_dataset()
            throws Exception {
        var chain = new Chain(aDataset().dataset());

        Outcome outcome = chain.run(FIRST.event());

        assertThat(Chain.summary(outcome))
                .isEqualTo("Published %s as canonical.".formatted(ArgoFile.DATA_ID));
        RecordingPublisher.Sent sent = chain.publisher.sent().getFirst();
        assertThat(sent.topic()).isEqualTo(DatasetFixture.TOPIC);
        assertThat(Wnm.validate(sent.message().bytes(), Profile.STRICT).verdict())
                .isEqualTo(Verdict.PASSED);
        JsonTree notification = chain.onlyNotification();
        assertThat(text(notification, "/properties/data_id")).isEqualTo(ArgoFile.DATA_ID);
        assertThat(text(notification, "/properties/metadata_id"))
                .isEqualTo(DatasetFixture.METADATA_ID);
        assertThat(text(notification, "/properties/pubtime")).startsWith("2026-03-14T09:27:00");
        assertThat(text(notification, "/properties/datetime")).isEqualTo("2026-03-14T06:12:00Z");
        assertThat(notification.at("/geometry"))
                .contains(
                        TestDocument.json(
                                "{\"type\":\"Point\",\"coordinates\":[-23.4125,41.0875]}"));
        assertThat(notification.at("/links"))
                .contains(
                        TestDocument.json(
                                "[{\"href\":\"%s\",\"rel\":\"canonical\",\"type\":\"application/bufr\",\"length\":%d}]"
                                        .formatted(ArgoFile.HREF, FIRST.bytes().length)));
    }

    @Test
    void the_run_is_labelled_with_dataset_event_and_data_id() throws Exception {
        Outcome outcome = new Chain(aDataset().dataset()).run(FIRST.event());

        assertThat(outcome.labels().dataset()).contains("argo-bufr");
        assertThat(outcome.labels().eventName()).contains("profile-6999001-014");
        assertThat(outcome.labels().dataId()).contains(ArgoFile.DATA_ID);
    }

    @Test
    void a_sha3_256_multihash_becomes_the_integrity_of_the_notification() throws Exception {
        var chain = new Chain(aDataset().dataset());

        chain.run(FIRST.event());

        assertIntegrity(chain.onlyNotification(), "sha3-256", FIRST.digest("SHA3-256"));
    }

    @Test
    void a_sha2_256_multihash_becomes_the_integrity_of_the_notification() throws Exception {
        var chain = new Chain(aDataset().dataset());

        chain.run(FIRST.item().withChecksum(FIRST.multihash("1220", "SHA-256")));

        assertIntegrity(chain.onlyNotification(), "sha256", FIRST.digest("SHA-256"));
    }

    @Test
    void without_a_checksum_the_digest_and_length_are_those_of_the_data_fetched_once()
            throws Exception {
        var chain = new Chain(aDataset().dataset());

        Outcome outcome =
                chain.run(
                        FIRST.item()
                                .withoutAssetMember("file:checksum")
                                .withoutAssetMember("file:size"));

        assertIntegrity(chain.onlyNotification(), "sha512", FIRST.digest("SHA-512"));
        assertThat(chain.onlyNotification().at("/links/0/length"))
                .contains(TestDocument.json(Integer.toString(FIRST.bytes().length)));
        assertThat(chain.data.requests()).hasSize(1);
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark ->
                        assertThat(remark.text()).startsWith("The event states no checksum"));
    }

    @Test
    void a_sha1_checksum_is_replaced_by_a_computed_digest_and_the_operator_is_told()
            throws Exception {
        var chain = new Chain(aDataset().dataset());

        Outcome outcome = chain.run(FIRST.item().withChecksum(FIRST.multihash("1114", "SHA-1")));

        assertIntegrity(chain.onlyNotification(), "sha512", FIRST.digest("SHA-512"));
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark -> assertThat(remark.text()).contains("is a sha1"));
    }

    @Test
    void configured_members_are_in_the_notification() throws Exception {
        var chain =
                new Chain(
                        aDataset()
                                .withProperties(Map.of("campaign", TestDocument.json("\"A1\"")))
                                .dataset());

        chain.run(FIRST.event());

        JsonTree notification = chain.onlyNotification();
        assertThat(notification.at("/properties/cache")).contains(TestDocument.json("false"));
        assertThat(text(notification, "/properties/producer")).isEqualTo("fr-ifremer");
        assertThat(text(notification, "/properties/campaign")).isEqualTo("A1");
    }

    @Test
    void what_a_schema_from_outside_refuses_is_not_sent() throws Exception {
        var finding =
                Finding.failed(Wnm.requirement("validation"), "/id", "the official schema says no");
        var chain = new Chain(_ -> List.of(finding), aDataset().dataset());

        Failure failure = Chain.failure(chain.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("NOTIFICATION_INVALID");
        assertThat(failure.text()).contains("the official schema says no");
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void an_indicator_below_the_threshold_stops_the_run_where_that_is_asked_for() throws Exception {
        var chain =
                new Chain(
                        aDataset()
                                .withoutMetadataId()
                                .withChecks(
                                        CheckMode.BLOCK,
                                        CheckMode.BLOCK,
                                        CheckMode.BLOCK,
                                        CheckMode.BLOCK)
                                .dataset());

        var failure = Chain.failure(chain.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("KPI_BELOW_THRESHOLD");
        assertThat(failure.text())
                .contains("metadata_id scores 0 of 2", "/properties/metadata_id is absent", "80 %");
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void an_indicator_below_the_threshold_is_remarked_on_by_default() throws Exception {
        var chain = new Chain(aDataset().withoutMetadataId().dataset());

        Outcome outcome = chain.run(FIRST.event());

        assertThat(chain.publisher.sent()).hasSize(1);
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark ->
                        assertThat(remark.text()).startsWith("metadata_id scores 0 of 2"));
    }

    @Test
    void an_event_in_mqtt_binary_mode_is_the_same_event() throws Exception {
        var chain = new Chain(aDataset().dataset());
        var properties =
                Map.of(
                        "content-type", "application/json",
                        "user-property.specversion", "1.0",
                        "user-property.id", "profile-6999001-014",
                        "user-property.source", "/chain/argo/decoder-2",
                        "user-property.type", "org.example.file.created",
                        "user-property.subject", "diffusion/files/example/argo/bufr");

        Outcome outcome =
                chain.run(
                        chain.claim(Payload.of(FIRST.item().asBytes()), Chain.origin(properties)));

        assertThat(Chain.summary(outcome)).endsWith("as canonical.");
    }

    @Test
    void attributes_in_http_headers_are_percent_decoded() throws Exception {
        var chain = new Chain(aDataset().dataset());
        var properties =
                Map.of(
                        "content-type", "application/json",
                        "header.ce-specversion", "1.0",
                        "header.ce-id", "profil%20d%C3%A9riv%C3%A9+1",
                        "header.ce-source", "/chain/argo/decoder-2",
                        "header.ce-type", "org.example.file.created",
                        "header.ce-subject", "diffusion/files/example/argo/bufr");

        Outcome outcome =
                chain.run(
                        chain.claim(Payload.of(FIRST.item().asBytes()), Chain.origin(properties)));

        assertThat(outcome.labels().eventName()).contains("profil dérivé+1");
    }

    private static void assertIntegrity(JsonTree notification, String method, byte[] digest) {
        assertThat(text(notification, "/properties/integrity/method")).isEqualTo(method);
        assertThat(text(notification, "/properties/integrity/value"))
                .isEqualTo(Base64.getEncoder().encodeToString(digest));
    }
}
