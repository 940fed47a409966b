package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;

/// What runs do while a data server has no place for their downloads.
final class BusyServerTest {

    private static final String SECOND = "https://data.example.org/argo/nc/2026/03/014.nc";
    private static final String THIRD = "https://data.example.org/argo/nc/2026/03/015.nc";
    private static final String ELSEWHERE = "https://other.example.org/argo/nc/2026/03/014.nc";
    private static final String ELSEWHERE_TOO = "https://other.example.org/argo/nc/2026/03/015.nc";

    private final Chain chain = new Chain(aDataset().dataset());
    private final Chain lenient = new Chain(aDataset().withLinks(CheckMode.WARN).dataset());

    @Test
    void the_files_of_one_event_are_fetched_from_a_busy_server_one_after_the_other()
            throws Exception {
        chain.data.serve(SECOND, FIRST.bytes());
        chain.data.serve(THIRD, FIRST.bytes());
        chain.data.letIn(ArgoFile.HREF, 1);

        Outcome outcome = chain.run(manyFiles());

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.data.requests())
                .extracting(request -> request.href().toString())
                .containsExactlyInAnyOrder(ArgoFile.HREF, SECOND, THIRD);
    }

    @Test
    void a_run_that_a_busy_server_has_not_let_in_comes_back_later() throws Exception {
        chain.data.serve(SECOND, FIRST.bytes());
        chain.data.serve(THIRD, FIRST.bytes());
        chain.data.letIn(ArgoFile.HREF, 0);
        Claim claim = chain.claim(EventFixture.anEvent().withItem(manyFiles()));

        Outcome outcome = chain.run(claim);

        assertThat(outcome).isInstanceOf(Outcome.Yielded.class);
        assertThat(outcome.history().steps()).isEmpty();
        chain.data.letIn(ArgoFile.HREF, 1);
        assertThat(chain.run(Chain.again(claim))).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void a_run_that_has_downloaded_a_file_waits_at_every_other_server_too() throws Exception {
        chain.data.serve(ELSEWHERE, FIRST.bytes());
        chain.data.letIn(ELSEWHERE, 0);

        Outcome outcome = chain.run(atTwoServers());

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(chain.data.requests()).hasSize(2);
    }

    @Test
    void a_run_that_waits_in_vain_after_a_download_has_failed_for_now_and_names_the_server()
            throws Exception {
        chain.data.close(ELSEWHERE);
        Claim claim = chain.claim(EventFixture.anEvent().withItem(atTwoServers()));

        Outcome outcome = chain.run(claim);

        Failure failure = Chain.passingFailure(outcome);
        assertThat(failure.code()).isEqualTo("LINK_BUSY");
        assertThat(failure.culprit()).contains("other.example.org");
        assertThat(outcome.history().tries()).isEqualTo(1);
    }

    @Test
    void waiting_in_vain_for_a_place_to_verify_is_no_warning_where_links_are_to_warn()
            throws Exception {
        lenient.data.close(ELSEWHERE);

        Failure failure = Chain.passingFailure(lenient.run(atTwoServers()));

        assertThat(failure.code()).isEqualTo("LINK_BUSY");
        assertThat(lenient.publisher.sent()).isEmpty();
    }

    @Test
    void waiting_in_vain_for_a_place_to_measure_ends_the_attempt_where_links_are_to_warn()
            throws Exception {
        lenient.data.close(ELSEWHERE);
        Claim claim =
                lenient.claim(
                        EventFixture.anEvent()
                                .withItem(
                                        withoutChecksum()
                                                .with("/assets/second", asset(ELSEWHERE, ""))
                                                .with("/assets/third", asset(ELSEWHERE_TOO, ""))));

        Failure failure = Chain.passingFailure(lenient.run(claim));

        assertThat(failure.code()).isEqualTo("LINK_BUSY");
        assertThat(lenient.data.waitedInVain()).isEqualTo(1);
        assertThat(lenient.publisher.sent()).isEmpty();
    }

    /// An item with two files, both of which are downloaded, one to build its notification and one to
    /// verify it.
    private static ItemFixture atTwoServers() {
        return withoutChecksum()
                .with(
                        "/assets/second",
                        asset(
                                ELSEWHERE,
                                ", \"file:checksum\": \"%s\""
                                        .formatted(FIRST.multihash("1620", "SHA3-256"))));
    }

    /// An item with three files: the digest of the first two is to be computed, that of the third is
    /// given.
    private static ItemFixture manyFiles() {
        return withoutChecksum()
                .with("/assets/second", asset(SECOND, ""))
                .with(
                        "/assets/third",
                        asset(
                                THIRD,
                                ", \"file:checksum\": \"%s\""
                                        .formatted(FIRST.multihash("1620", "SHA3-256"))));
    }

    private static String asset(String href, String more) {
        return "{\"href\": \"%s\", \"roles\": [\"data\"]%s}".formatted(href, more);
    }

    private static ItemFixture withoutChecksum() {
        return FIRST.item().without("/assets/profile-6999001-014.bufr/file:checksum");
    }
}
