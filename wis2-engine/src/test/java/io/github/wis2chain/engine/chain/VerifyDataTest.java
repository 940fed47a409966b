package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HexFormat;

/// What follows when the data behind a link are not what the event says, or cannot be had.
class VerifyDataTest {

    private static final Failure NOT_THERE =
            Failure.permanent(FailureCode.LINK_STATUS, "The server answered 404.");
    private static final Failure BUSY =
            Failure.temporary(FailureCode.LINK_STATUS, "The server answered 503.");
    private static final Failure NO_ROUTE =
            Failure.temporary(FailureCode.LINK_UNREACHABLE, "There is no route to the server.");

    private final Chain chain = new Chain(aDataset().dataset());

    @Test
    void data_that_are_shorter_than_announced_are_refused_with_both_lengths() throws Exception {
        Failure failure = Chain.failure(chain.run(FIRST.item().withSize(18)));

        assertThat(failure.code()).isEqualTo("DATA_SIZE_MISMATCH");
        assertThat(failure.text()).contains("/links/0", "gave 17 bytes, 18 are announced");
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void data_that_are_longer_than_announced_are_refused_with_both_lengths() throws Exception {
        Failure failure = Chain.failure(chain.run(FIRST.item().withSize(16)));

        assertThat(failure.code()).isEqualTo("DATA_SIZE_MISMATCH");
        assertThat(failure.text()).contains("17 bytes, 16 announced");
    }

    @Test
    void data_with_another_digest_are_refused_with_both_digests() throws Exception {
        chain.data.serve(ArgoFile.HREF, new ArgoFile("the FIRST version").bytes());

        Failure failure = Chain.failure(chain.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("DATA_DIGEST_MISMATCH");
        assertThat(failure.text())
                .contains(
                        "/properties/integrity",
                        "sha3-256",
                        HexFormat.of().formatHex(FIRST.digest("SHA3-256")),
                        HexFormat.of()
                                .formatHex(new ArgoFile("the FIRST version").digest("SHA3-256")));
        assertThat(chain.publisher.sent()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_waits_for_the_operator() throws Exception {
        chain.data.fail(ArgoFile.HREF, NOT_THERE);

        assertThat(Chain.failure(chain.run(FIRST.event()))).isEqualTo(NOT_THERE);
    }

    @Test
    void a_busy_server_is_asked_again_and_the_run_then_succeeds() throws Exception {
        Claim claim = chain.claim(FIRST.event());
        chain.data.fail(ArgoFile.HREF, BUSY);
        assertThat(Chain.passingFailure(chain.run(claim))).isEqualTo(BUSY);
        chain.data.serve(ArgoFile.HREF, FIRST.bytes());

        assertThat(chain.run(Chain.again(claim))).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.relations()).containsExactly("canonical");
    }

    @Test
    void a_server_that_fails_while_a_digest_is_computed_is_asked_again_too() throws Exception {
        chain.data.fail(ArgoFile.HREF, BUSY);

        assertThat(Chain.passingFailure(chain.run(withoutChecksum()))).isEqualTo(BUSY);
    }

    @Test
    void a_file_may_still_appear_for_ten_minutes_after_its_event() throws Exception {
        chain.data.fail(ArgoFile.HREF, NOT_THERE);
        chain.run(received(Duration.ofMinutes(9)));
        chain.run(received(Duration.ofMinutes(11)));

        assertThat(chain.data.requests())
                .extracting(LinkVerifier.Request::mayAppear)
                .containsExactly(true, false);
    }

    @Test
    void a_mismatch_is_only_remarked_on_where_links_are_to_warn() throws Exception {
        var lenient = new Chain(aDataset().withLinks(CheckMode.WARN).dataset());

        Outcome outcome = lenient.run(FIRST.item().withSize(18));

        assertThat(lenient.relations()).containsExactly("canonical");
        assertWarning(outcome, "18 are announced");
    }

    @Test
    void a_missing_file_without_checksum_is_announced_without_integrity_where_links_are_to_warn()
            throws Exception {
        var lenient = new Chain(aDataset().withLinks(CheckMode.WARN).dataset());
        lenient.data.fail(ArgoFile.HREF, NOT_THERE);

        Outcome outcome = lenient.run(withoutChecksum());

        assertThat(lenient.onlyNotification().at("/properties/integrity")).isEmpty();
        assertWarning(outcome, "The data could not be fetched: The server answered 404.");
        assertThat(lenient.data.requests()).hasSize(1);
    }

    @Test
    void nothing_is_fetched_where_links_are_not_checked() throws Exception {
        var trusting = new Chain(aDataset().withLinks(CheckMode.OFF).dataset());

        Outcome outcome = trusting.run(withoutChecksum());

        assertThat(trusting.relations()).containsExactly("canonical");
        assertThat(trusting.data.requests()).isEmpty();
        assertThat(Chain.remarks(outcome))
                .noneSatisfy(remark -> assertThat(remark.text()).contains("is computed"));
    }

    @Test
    void an_unreachable_server_can_be_made_a_warning_of_its_own() throws Exception {
        var inside = unreachable(CheckMode.WARN);

        Outcome outcome = inside.run(FIRST.event());

        assertThat(inside.relations()).containsExactly("canonical");
        assertWarning(outcome, "no route");
    }

    @Test
    void an_unreachable_server_is_a_warning_but_wrong_data_are_still_refused() throws Exception {
        var inside = unreachable(CheckMode.WARN);
        inside.data.serve(ArgoFile.HREF, FIRST.bytes());

        Failure failure = Chain.failure(inside.run(FIRST.item().withSize(18)));

        assertThat(failure.code()).isEqualTo("DATA_SIZE_MISMATCH");
    }

    @Test
    void an_unreachable_server_is_waited_for_by_default() throws Exception {
        assertThat(Chain.passingFailure(unreachable(CheckMode.BLOCK).run(FIRST.event())))
                .isEqualTo(NO_ROUTE);
    }

    @Test
    void a_certificate_that_nobody_trusts_is_no_matter_of_reaching_the_server() throws Exception {
        Failure expired = Failure.temporary(FailureCode.LINK_UNTRUSTED, "It has expired.");
        var inside = unreachable(CheckMode.WARN);
        inside.data.fail(ArgoFile.HREF, expired);

        assertThat(Chain.passingFailure(inside.run(FIRST.event()))).isEqualTo(expired);
    }

    private static Chain unreachable(CheckMode mode) {
        var chain =
                new Chain(
                        aDataset()
                                .withChecks(CheckMode.BLOCK, CheckMode.BLOCK, mode, CheckMode.WARN)
                                .dataset());
        chain.data.fail(ArgoFile.HREF, NO_ROUTE);
        return chain;
    }

    private Claim received(Duration ago) {
        Claim claim = chain.claim(FIRST.event());
        Event event = claim.event();
        return new Claim(
                claim.run(),
                new Event(
                        event.id(),
                        event.source(),
                        event.payload(),
                        event.origin(),
                        Chain.NOW.minus(ago)),
                claim.history(),
                claim.labels(),
                false);
    }

    private static ItemFixture withoutChecksum() {
        return FIRST.item().without("/assets/profile-6999001-014.bufr/file:checksum");
    }

    private static void assertWarning(Outcome outcome, String text) {
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark -> {
                    assertThat(remark.level()).isEqualTo(Remark.Level.WARNING);
                    assertThat(remark.text()).contains(text);
                });
    }
}
