package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.request.KeptAnswer;
import io.github.wis2chain.engine.request.RequestDigest;
import io.github.wis2chain.engine.request.RequestKey;
import io.github.wis2chain.engine.request.RequestMemory;
import io.github.wis2chain.engine.request.Standing;
import io.github.wis2chain.engine.run.Payload;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// How every store remembers requests.
abstract class RequestContract extends PeopleContract {

    private static final RequestKey KEY = new RequestKey("a1".repeat(32));
    private static final RequestDigest REQUEST = new RequestDigest("b2".repeat(32));
    private static final RequestDigest OTHER = new RequestDigest("c3".repeat(32));
    private static final KeptAnswer ANSWER =
            new KeptAnswer(
                    202,
                    "application/json",
                    Optional.of("/api/v1/runs/1"),
                    Optional.of(Payload.ofText("{\"run_id\":\"1\"}")));

    @Test
    void a_request_is_begun_once_and_its_answer_outlives_a_restart() {
        assertThat(begin(REQUEST)).isEqualTo(new Standing.Begun());
        assertThat(begin(REQUEST)).isEqualTo(new Standing.UnderWay());
        requests().answered(KEY, ANSWER).join();

        assertThat(begin(REQUEST)).isEqualTo(new Standing.Answered(ANSWER));
        reopen();
        assertThat(begin(REQUEST)).isEqualTo(new Standing.Answered(ANSWER));
    }

    @Test
    void an_answer_without_location_and_body_is_kept_as_such() {
        var bare = new KeptAnswer(201, "application/json", Optional.empty(), Optional.empty());
        begin(REQUEST);
        requests().answered(KEY, bare).join();

        assertThat(begin(REQUEST)).isEqualTo(new Standing.Answered(bare));
    }

    @Test
    void of_many_at_once_one_is_begun() {
        List<CompletableFuture<Standing>> standings =
                IntStream.range(0, 50).mapToObj(i -> requests().begin(KEY, REQUEST, true)).toList();

        assertThat(standings.stream().map(CompletableFuture::join))
                .filteredOn(Standing.Begun.class::isInstance)
                .hasSize(1);
    }

    @Test
    void another_request_with_the_key_is_told_from_it() {
        begin(REQUEST);

        assertThat(begin(OTHER)).isEqualTo(new Standing.Other());
        requests().answered(KEY, ANSWER).join();
        assertThat(begin(OTHER)).isEqualTo(new Standing.Other());
    }

    @Test
    void what_is_forgotten_may_be_begun_again() {
        begin(REQUEST);
        requests().forget(KEY).join();

        assertThat(begin(OTHER)).isEqualTo(new Standing.Begun());
    }

    @Test
    void what_a_process_left_behind_is_unfinished_and_begun_again_if_it_may_be_repeated() {
        begin(REQUEST);
        reopen();
        advance(RequestMemory.LONGEST_WORK);

        assertThat(begin(REQUEST)).isEqualTo(new Standing.Unfinished());
        assertThat(requests().begin(KEY, REQUEST, true).join()).isEqualTo(new Standing.Begun());
        assertThat(requests().begin(KEY, REQUEST, true).join()).isEqualTo(new Standing.UnderWay());
    }

    @Test
    void an_answer_that_comes_late_is_kept_all_the_same() {
        begin(REQUEST);
        advance(RequestMemory.LONGEST_WORK);
        assertThat(begin(REQUEST)).isEqualTo(new Standing.Unfinished());

        requests().answered(KEY, ANSWER).join();

        assertThat(begin(REQUEST)).isEqualTo(new Standing.Answered(ANSWER));
    }

    @Test
    void after_its_time_a_key_is_new_and_its_row_is_gone() throws SQLException {
        begin(REQUEST);
        requests().answered(KEY, ANSWER).join();
        advance(Retention.DEFAULT.answers());
        store().expire();
        assertThat(rows()).isEqualTo(1);
        advance(Duration.ofMillis(1));

        assertThat(begin(OTHER)).isEqualTo(new Standing.Begun());
        advance(Retention.DEFAULT.answers().plusMillis(1));
        store().expire();
        assertThat(rows()).isZero();
    }

    private RequestMemory requests() {
        return store().requests();
    }

    private Standing begin(RequestDigest request) {
        return requests().begin(KEY, request, false).join();
    }

    private long rows() throws SQLException {
        try (Connection connection = connect()) {
            return Reads.one(
                            connection,
                            "SELECT COUNT(*) FROM kept_request",
                            List.of(),
                            row -> row.getLong(1))
                    .orElseThrow();
        }
    }
}
