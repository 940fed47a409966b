package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.RecordFixture.aRecord;
import static io.github.wis2chain.engine.chain.Submission.Intent.PUBLISH;
import static io.github.wis2chain.engine.chain.Submission.Intent.UPDATE;
import static io.github.wis2chain.engine.chain.Submission.Intent.WITHDRAW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.stream.Stream;

/// Discovery records that people publish, update and withdraw.
class RecordsTest {

    private static final Failure NOT_THERE =
            Failure.temporary(FailureCode.LINK_STATUS, "The server answered 404.");

    private final Chain chain = new Chain();

    @Test
    void a_record_is_announced_on_the_metadata_topic_of_its_centre() throws Exception {
        Outcome outcome = publish(aRecord());

        assertThat(Chain.summary(outcome))
                .isEqualTo("Published %s as canonical.".formatted(RecordFixture.DATA_ID));
        assertThat(chain.publisher.sent().getFirst().topic()).isEqualTo(RecordFixture.TOPIC);
        JsonTree sent = chain.onlyNotification();
        assertThat(Wnm.validate(sent, Profile.STRICT).conforms()).isTrue();
        assertThat(Chain.text(sent, "/properties/metadata_id")).isEqualTo(RecordFixture.ID);
        assertThat(Chain.text(sent, "/properties/data_id")).isEqualTo(RecordFixture.DATA_ID);
        assertThat(Chain.text(sent, "/properties/datetime")).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(Chain.text(sent, "/links/0/href")).isEqualTo(RecordFixture.HREF);
        assertThat(sent.at("/links/0/length").flatMap(JsonTree::integer))
                .hasValueSatisfying(length ->
                        assertThat(length.intValue()).isEqualTo(aRecord().bytes().length));
        assertThat(Chain.text(sent, "/properties/integrity/value"))
                .isEqualTo(Integrity.ofData(IntegrityMethod.SHA512, aRecord().bytes()).value());
    }

    @Test
    void a_run_can_be_found_by_what_its_record_is() throws Exception {
        Outcome outcome = publish(aRecord());

        assertThat(outcome.labels().dataset()).contains("metadata");
        assertThat(outcome.labels().eventName()).contains(RecordFixture.ID);
        assertThat(outcome.labels().dataId()).contains(RecordFixture.DATA_ID);
    }

    @Test
    void the_same_record_again_is_unchanged() throws Exception {
        publish(aRecord());

        assertThat(publish(aRecord())).isInstanceOf(Outcome.Unchanged.class);
        assertThat(run(aRecord(), UPDATE)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(chain.publisher.sent()).hasSize(1);
    }

    @Test
    void a_corrected_record_is_an_update_and_a_withdrawn_one_is_new_again() throws Exception {
        publish(aRecord());
        publish(aRecord().corrected());
        run(aRecord().corrected(), WITHDRAW);
        publish(aRecord().corrected());

        assertThat(chain.relations())
                .containsExactly("canonical", "update", "deletion", "canonical");
    }

    @Test
    void the_same_record_at_another_url_is_an_update() throws Exception {
        publish(aRecord());
        String moved = "https://data.example.org/moved.json";
        chain.data.serve(moved, aRecord().bytes());

        chain.run(aRecord().claimAt(moved, PUBLISH, chain));

        assertThat(chain.relations()).containsExactly("canonical", "update");
    }

    @Test
    void an_update_of_what_was_never_announced_goes_out_and_says_so() throws Exception {
        Outcome outcome = run(aRecord(), UPDATE);

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.relations()).containsExactly("update");
        assertThat(warnings(outcome))
                .contains(
                        "The record %s was never announced by this node: the update goes out as it was asked for."
                                .formatted(RecordFixture.ID));
    }

    @Test
    void a_withdrawal_names_the_record_and_nothing_of_its_content() throws Exception {
        publish(aRecord());

        run(aRecord(), WITHDRAW);

        JsonTree deletion = chain.notifications().getLast();
        assertThat(Wnm.validate(deletion, Profile.STRICT).conforms()).isTrue();
        assertThat(Chain.text(deletion, "/links/0/rel")).isEqualTo("deletion");
        assertThat(Chain.text(deletion, "/properties/metadata_id")).isEqualTo(RecordFixture.ID);
        assertThat(deletion.at("/properties/integrity")).isEmpty();
        assertThat(run(aRecord(), WITHDRAW)).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void a_record_that_does_not_conform_is_refused_with_every_finding() throws Exception {
        Outcome outcome =
                publish(
                        aRecord()
                                .with("\"wmo:dataPolicy\": \"core\"", "\"x\": 1")
                                .with("data/core", "core/data"));

        Failure failure = Chain.failure(outcome);
        assertThat(failure.code()).isEqualTo("RECORD_INVALID");
        assertThat(Chain.remarks(outcome))
                .filteredOn(remark -> remark.level() == Remark.Level.FAULT)
                .extracting(Remark::place)
                .contains("/properties/wmo:dataPolicy", "/links/0/channel");
        assertThat(outcome.labels().eventName()).contains(RecordFixture.ID);
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void a_record_that_does_not_conform_can_still_be_withdrawn() throws Exception {
        Outcome outcome = run(aRecord().with("\"wmo:dataPolicy\": \"core\"", "\"x\": 1"), WITHDRAW);

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void a_record_of_another_centre_is_refused() throws Exception {
        Outcome outcome = publish(aRecord().with("fr-ifremer-argo", "fr-meteofrance"));

        assertThat(Chain.failure(outcome).text())
                .contains("fr-meteofrance", "this node publishes for fr-ifremer-argo");
    }

    @Test
    void text_that_is_no_record_is_refused() throws Exception {
        assertThat(Chain.failure(publish(new RecordFixture("{"))).text())
                .startsWith("The record is no JSON");
        assertThat(Chain.failure(publish(new RecordFixture("[]"))).code())
                .isEqualTo("RECORD_INVALID");
        assertThat(Chain.failure(run(new RecordFixture("{}"), WITHDRAW)).text())
                .contains("the record has no id");
    }

    @Test
    void other_bytes_behind_the_url_stop_it() throws Exception {
        chain.data.serve(RecordFixture.HREF, aRecord().corrected().bytes());

        Failure failure = Chain.failure(chain.run(aRecord().claim(PUBLISH, chain)));

        assertThat(failure.code()).isIn("DATA_SIZE_MISMATCH", "DATA_DIGEST_MISMATCH");
        assertThat(failure.text()).contains(RecordFixture.HREF);
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void a_record_that_is_not_there_yet_is_announced_once_it_is() throws Exception {
        chain.data.fail(RecordFixture.HREF, NOT_THERE);
        Claim claim = aRecord().claim(PUBLISH, chain);
        assertThat(Chain.passingFailure(chain.run(claim)).code()).isEqualTo("LINK_STATUS");

        chain.data.serve(RecordFixture.HREF, aRecord().bytes());

        assertThat(chain.run(Chain.again(claim))).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.relations()).containsExactly("canonical");
    }

    @Test
    void an_older_version_that_was_delayed_does_not_take_the_place_of_a_newer() throws Exception {
        chain.data.fail(RecordFixture.HREF, NOT_THERE);
        Claim older = aRecord().claim(PUBLISH, chain);
        Chain.passingFailure(chain.run(older));
        publish(aRecord().corrected());

        chain.data.serve(RecordFixture.HREF, aRecord().bytes());
        Outcome outcome = chain.run(Chain.again(older));

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Chain.summary(outcome)).contains("came later");
        assertThat(chain.publisher.sent()).hasSize(1);
    }

    @Test
    void a_dry_run_fetches_and_sends_nothing() throws Exception {
        Claim claim = aRecord().claim(PUBLISH, chain);
        var ids = NotificationIds.SYSTEM;

        CheckedEvent checked =
                new DryRun(DatasetFixture.all(), chain.outbox, ids)
                        .check(
                                claim.event().source(),
                                Payload.of(aRecord().bytes()),
                                claim.event().origin());

        assertThat(checked.conforms()).isTrue();
        assertThat(checked.notifications()).hasSize(1);
    }

    @Test
    void a_url_that_nobody_can_fetch_is_refused_at_once() {
        assertThatThrownBy(() ->
                        new Submission.OfRecord(PUBLISH, URI.create("file:///etc/record.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http or https");
    }

    private Outcome publish(RecordFixture record) throws InterruptedException {
        return run(record, PUBLISH);
    }

    private Outcome run(RecordFixture record, Submission.Intent intent)
            throws InterruptedException {
        chain.data.serve(RecordFixture.HREF, record.bytes());
        return chain.run(record.claim(intent, chain));
    }

    private static Stream<String> warnings(Outcome outcome) {
        return Chain.remarks(outcome)
                .filter(remark -> remark.level() == Remark.Level.WARNING)
                .map(Remark::text);
    }
}
