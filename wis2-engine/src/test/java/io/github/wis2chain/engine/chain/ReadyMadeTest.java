package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Notifications that somebody else has made.
class ReadyMadeTest {

    private static final String OTHER_TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-buoys";
    private static final String ID = "31e9d66a-cd83-4174-9429-b932f1abe1be";

    private final Chain chain = new Chain(aDataset().dataset());

    @Test
    void it_goes_out_byte_by_byte_on_the_topic_of_its_dataset() throws Exception {
        String message = message(ID, "canonical", DatasetFixture.METADATA_ID);

        Outcome outcome = publish(message);

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.publisher.sent())
                .containsExactly(
                        new RecordingPublisher.Sent(DatasetFixture.TOPIC, Payload.ofText(message)));
        assertThat(outcome.labels().dataset()).contains("argo-bufr");
        assertThat(outcome.labels().eventName()).contains(ID);
    }

    @Test
    void the_same_bytes_again_are_unchanged() throws Exception {
        publish(message(ID, "canonical", DatasetFixture.METADATA_ID));

        Outcome again = publish(message(ID, "canonical", DatasetFixture.METADATA_ID));

        assertThat(again).isInstanceOf(Outcome.Unchanged.class);
        assertThat(chain.publisher.sent()).hasSize(1);
    }

    @Test
    void an_id_that_went_out_with_other_bytes_is_refused() throws Exception {
        publish(message(ID, "canonical", DatasetFixture.METADATA_ID));

        Failure failure = Chain.failure(publish(message(ID, "update", DatasetFixture.METADATA_ID)));

        assertThat(failure.code()).isEqualTo("NOTIFICATION_ID_TAKEN");
        assertThat(failure.text()).startsWith("/id: run ");
    }

    @Test
    void what_the_broker_refused_may_be_handed_in_again() throws Exception {
        chain.publisher.thenFail(Failure.permanent(FailureCode.PUBLISH_REFUSED, "Not allowed."));
        publish(message(ID, "canonical", DatasetFixture.METADATA_ID));

        assertThat(publish(message(ID, "canonical", DatasetFixture.METADATA_ID)))
                .isInstanceOf(Outcome.Succeeded.class);
        assertThat(publish(message(ID, "canonical", DatasetFixture.METADATA_ID)))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void a_file_event_that_says_the_same_afterwards_is_unchanged() throws Exception {
        chain.run(FIRST.event());
        String sent = chain.onlyNotification().toString();
        var other = new Chain(aDataset().dataset());
        other.run(
                other.claim(
                        chain.publisher.sent().getFirst().message(),
                        new Submission.OfNotification(Optional.empty()).onto(origin())));

        Outcome outcome = other.run(FIRST.event());

        assertThat(outcome).as(sent).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void without_a_metadata_id_the_data_id_tells_the_dataset() throws Exception {
        String path = DatasetFixture.TOPIC.substring("origin/a/".length());

        Outcome outcome =
                publish(
                        message(ID, "canonical", DatasetFixture.METADATA_ID)
                                .replace(
                                        "\"metadata_id\": \"" + DatasetFixture.METADATA_ID + "\",",
                                        "")
                                .replace(ArgoFile.DATA_ID, path + "/profile"));

        assertThat(outcome.labels().dataset()).contains("argo-bufr");
    }

    @Test
    void one_of_no_dataset_needs_a_topic() throws Exception {
        String message = message(ID, "canonical", "urn:wmo:md:fr-ifremer-argo:other");

        assertThat(Chain.failure(publish(message)).code()).isEqualTo("TOPIC_UNKNOWN");
        Outcome outcome = publish(message, Optional.of(OTHER_TOPIC));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.publisher.sent().getFirst().topic()).isEqualTo(OTHER_TOPIC);
        assertThat(outcome.labels().dataset()).contains("by-hand");
    }

    @Test
    void one_that_fits_two_topics_needs_one_of_them() throws Exception {
        var two =
                new Chain(
                        aDataset().dataset(),
                        aDataset().named("buoys").onTopic(OTHER_TOPIC).dataset());
        Payload message = Payload.ofText(message(ID, "canonical", DatasetFixture.METADATA_ID));

        Failure failure = Chain.failure(two.run(claim(two, message, Optional.empty())));
        two.run(claim(two, message, Optional.of(OTHER_TOPIC)));

        assertThat(failure.code()).isEqualTo("TOPIC_UNKNOWN");
        assertThat(failure.text()).contains("argo-bufr, buoys");
        assertThat(two.outbox.latest(Optional.of("buoys"), Optional.empty(), 5)).hasSize(1);
    }

    @Test
    void one_about_a_record_goes_to_the_metadata_topic() throws Exception {
        Outcome outcome =
                publish(
                        message(ID, "canonical", DatasetFixture.METADATA_ID)
                                .replace(
                                        ArgoFile.DATA_ID,
                                        "wis2/fr-ifremer-argo/metadata/core/argo.json"));

        assertThat(chain.publisher.sent().getFirst().topic()).isEqualTo(RecordFixture.TOPIC);
        assertThat(outcome.labels().dataset()).contains("metadata");
    }

    @Test
    void the_deletion_of_a_record_must_name_it() throws Exception {
        String named = message(ID, "deletion", DatasetFixture.METADATA_ID);
        String nameless =
                named.replace("\"metadata_id\": \"" + DatasetFixture.METADATA_ID + "\",", "");

        Failure failure = Chain.failure(publish(nameless, Optional.of(RecordFixture.TOPIC)));
        Outcome withName = publish(named, Optional.of(RecordFixture.TOPIC));

        assertThat(failure.code()).isEqualTo("NOTIFICATION_INVALID");
        assertThat(failure.text()).contains("/properties/metadata_id", "/req/core/links");
        assertThat(withName).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void one_that_does_not_conform_is_refused_with_its_findings() throws Exception {
        Outcome outcome =
                publish(
                        message(ID, "canonical", DatasetFixture.METADATA_ID)
                                .replace("\"pubtime\"", "\"published\""));

        assertThat(Chain.failure(outcome).code()).isEqualTo("NOTIFICATION_INVALID");
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark -> assertThat(remark.level()).isEqualTo(Remark.Level.FAULT));
    }

    @Test
    void one_beyond_the_bounds_of_the_reader_is_refused_and_no_defect() throws Exception {
        Outcome outcome =
                publish(
                        message(ID, "canonical", DatasetFixture.METADATA_ID)
                                .replaceFirst("\\{", "{\"x\":1e1000,"));

        assertThat(Chain.failure(outcome).code()).isEqualTo("NOTIFICATION_INVALID");
    }

    @Test
    void other_data_behind_its_link_stop_it() throws Exception {
        chain.data.serve(ArgoFile.HREF, Chain.SECOND.bytes());

        Outcome outcome = publish(message(ID, "canonical", DatasetFixture.METADATA_ID));

        assertThat(Chain.failure(outcome).code())
                .isIn("DATA_SIZE_MISMATCH", "DATA_DIGEST_MISMATCH");
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void a_second_canonical_is_doubted() throws Exception {
        publish(message(ID, "canonical", DatasetFixture.METADATA_ID));

        Outcome outcome =
                publish(
                        message(
                                "31e9d66a-cd83-4174-9429-b932f1abe1bf",
                                "canonical",
                                DatasetFixture.METADATA_ID));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark ->
                        assertThat(remark.text()).startsWith("The relation is canonical, though"));
    }

    @Test
    void a_topic_of_another_centre_or_in_the_wrong_order_is_refused_at_once() {
        var argo = ByHand.of("fr-ifremer-argo");

        assertThat(Submission.topic(OTHER_TOPIC, argo)).isEqualTo(Topic.parse(OTHER_TOPIC));
        assertThatThrownBy(
                        () -> Submission.topic(OTHER_TOPIC.replace("data/core", "core/data"), argo))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write [" + OTHER_TOPIC + "]");
        assertThatThrownBy(() -> Submission.topic(OTHER_TOPIC, ByHand.of("fr-meteofrance")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_centre_that_is_younger_than_the_program_publishes_if_the_node_was_told_of_it() {
        String topic = OTHER_TOPIC.replace("fr-ifremer-argo", "fr-newcomer");
        var unknown = ByHand.of("fr-newcomer");
        var known =
                new ByHand(
                        unknown.centre(),
                        TopicHierarchy.standard().withCentres(List.of(unknown.centre())),
                        unknown.records(),
                        unknown.checks());

        assertThat(Submission.topic(topic, known)).isEqualTo(Topic.parse(topic));
        assertThatThrownBy(() -> Submission.topic(topic, unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[fr-newcomer]");
    }

    private Outcome publish(String message) throws InterruptedException {
        return publish(message, Optional.empty());
    }

    private Outcome publish(String message, Optional<String> topic) throws InterruptedException {
        return chain.run(claim(chain, Payload.ofText(message), topic));
    }

    private static Claim claim(Chain on, Payload message, Optional<String> topic) {
        return on.claim(
                message, new Submission.OfNotification(topic.map(Topic::parse)).onto(origin()));
    }

    private static Origin origin() {
        return new Origin("operator", "ada", Map.of());
    }

    private static String message(String id, String rel, String metadataId) {
        return """
        {
          "id": "%s",
          "conformsTo": ["http://wis.wmo.int/spec/wnm/1/conf/core"],
          "type": "Feature",
          "geometry": null,
          "properties": {
            "data_id": "%s",
            "metadata_id": "%s",
            "pubtime": "2026-03-14T09:26:00Z",
            "datetime": "2026-03-14T09:00:00Z",
            "integrity": {"method": "sha512", "value": "%s"}
          },
          "links": [{"href": "%s", "rel": "%s", "length": %d}]
        }
        """
                .formatted(
                        id,
                        ArgoFile.DATA_ID,
                        metadataId,
                        Integrity.ofData(IntegrityMethod.SHA512, FIRST.bytes()).value(),
                        ArgoFile.HREF,
                        rel,
                        FIRST.bytes().length);
    }
}
