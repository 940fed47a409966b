package io.github.wis2chain.engine.run;

import static io.github.wis2chain.engine.run.Running.NOON;
import static io.github.wis2chain.engine.run.Running.PATIENCE;
import static io.github.wis2chain.engine.run.Running.again;
import static io.github.wis2chain.engine.run.Running.failing;
import static io.github.wis2chain.engine.run.Running.fresh;
import static io.github.wis2chain.engine.run.Running.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Running.Trouble;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From a claim to its outcome.
class RunnerTest {

    private final List<String> performed = new ArrayList<>();

    @Test
    void a_run_whose_step_is_busy_yields_without_an_attempt() throws Exception {
        Pipeline pipeline =
                Pipeline.named("test")
                        .step("size", (event, _) -> event.payload().size())
                        .ending(
                                "tell",
                                (_, _) -> {
                                    throw new StepBusy(
                                            "All are taken.", "here", Duration.ofSeconds(7));
                                });

        Outcome outcome = run(pipeline, fresh());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Yielded.class,
                        later -> {
                            assertThat(later.at()).isEqualTo(NOON.plusSeconds(7));
                            assertThat(later.summary())
                                    .isEqualTo("All are taken. This run waits for its turn.");
                            assertThat(later.history().steps()).isEmpty();
                            assertThat(later.history().tries()).isZero();
                        });
    }

    @Test
    void steps_are_performed_in_order_each_with_the_result_of_the_one_before() throws Exception {
        Pipeline pipeline =
                Pipeline.named("test")
                        .step("size", (event, _) -> event.payload().size())
                        .step("double", (size, _) -> size * 2)
                        .ending("tell", (size, _) -> new Ending(true, "doubled to " + size));

        Outcome outcome = run(pipeline, fresh());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        done -> {
                            assertThat(done.summary()).isEqualTo("doubled to 10");
                            assertThat(done.history().steps())
                                    .extracting(StepRecord::step)
                                    .containsExactly("size", "double", "tell");
                        });
    }

    @Test
    void a_permanent_failure_waits_for_an_operator_at_once() throws Exception {
        Outcome outcome = run(failing(Failure.permanent(Trouble.WRONG, "It is wrong.")), fresh());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.step()).isEqualTo("fail");
                            assertThat(failed.failure().code()).isEqualTo("WRONG");
                            assertThat(failed.history().steps().getLast().failure())
                                    .contains(failed.failure());
                        });
    }

    @Test
    void a_temporary_failure_is_tried_again_after_a_growing_wait_and_then_given_up()
            throws Exception {
        Pipeline pipeline = failing(Failure.temporary(Trouble.BUSY, "It is busy."));
        Claim claim = fresh();
        List<Long> waits = new ArrayList<>();
        Outcome outcome = run(pipeline, claim);
        while (outcome instanceof Outcome.Later later) {
            waits.add(Duration.between(NOON, later.at()).toMillis());
            claim = again(claim, later.history());
            outcome = run(pipeline, claim);
        }

        assertThat(waits).hasSize(2);
        assertThat(waits.get(0)).isBetween(8_000L, 12_000L);
        assertThat(waits.get(1)).isBetween(16_000L, 24_000L);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.failure().temporary()).isFalse();
                            assertThat(failed.failure().text()).contains("tried 3 times");
                            assertThat(failed.history().steps()).hasSize(3);
                        });
    }

    @Test
    void a_cause_that_all_runs_have_in_common_is_waited_for_over_a_weekend() throws Exception {
        Pipeline pipeline = failing(Failure.temporary(Trouble.DOWN, "It is down."));
        Claim claim = fresh();
        Duration waited = Duration.ZERO;
        Duration longest = Duration.ZERO;
        Outcome outcome = run(pipeline, claim);
        while (outcome instanceof Outcome.Later later) {
            Duration wait = Duration.between(NOON, later.at());
            waited = waited.plus(wait);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            claim = again(claim, later.history());
            outcome = run(pipeline, claim);
        }

        assertThat(waited).isBetween(Duration.ofDays(3).minusHours(2), Duration.ofDays(4));
        assertThat(longest).isLessThanOrEqualTo(Duration.ofMinutes(6));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome.history().steps()).hasSizeLessThan(200);
    }

    @Test
    void tries_of_a_common_cause_do_not_count_against_a_cause_of_the_runs_own() throws Exception {
        Claim claim = fresh();
        for (int i = 0; i < 10; i++) {
            Outcome down = run(failing(Failure.temporary(Trouble.DOWN, "It is down.")), claim);
            claim = again(claim, down.history());
        }

        Outcome busy = run(failing(Failure.temporary(Trouble.BUSY, "It is busy.")), claim);

        assertThat(busy)
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later ->
                                assertThat(Duration.between(NOON, later.at()))
                                        .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12)));
    }

    @Test
    void a_run_taken_up_again_goes_on_behind_the_last_kept_result() throws Exception {
        Pipeline pipeline = keeping(Optional.of("kept"));
        Claim resumed = new Claim(fresh().run(), fresh().event(), History.EMPTY, Labels.NONE, true);

        Outcome outcome = run(pipeline, resumed);

        assertThat(performed).containsExactly("send kept");
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void a_run_taken_up_again_without_a_kept_result_begins_anew() throws Exception {
        Claim resumed = new Claim(fresh().run(), fresh().event(), History.EMPTY, Labels.NONE, true);

        run(keeping(Optional.empty()), resumed);

        assertThat(performed).containsExactly("make", "send made");
    }

    @Test
    void a_kept_result_that_cannot_be_read_is_tried_again_and_then_given_up() throws Exception {
        Pipeline pipeline =
                Pipeline.named("test")
                        .kept(
                                "make",
                                (_, _) -> "made",
                                _ -> {
                                    throw new IllegalStateException("the database is locked");
                                })
                        .ending("send", (made, _) -> new Ending(true, "sent " + made));
        Claim claim = again(fresh(), History.EMPTY);

        Outcome outcome = run(pipeline, claim);
        while (outcome instanceof Outcome.Later later) {
            outcome = run(pipeline, again(claim, later.history()));
        }

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.step()).isEqualTo("make");
                            assertThat(failed.failure().text())
                                    .contains("the database is locked", "tried 3 times");
                            assertThat(failed.history().steps()).hasSize(3);
                        });
    }

    @Test
    void a_defect_in_a_step_fails_the_run_and_nothing_else() throws Exception {
        Pipeline pipeline =
                Pipeline.named("test")
                        .ending(
                                "burst",
                                (_, _) -> {
                                    throw new IllegalStateException("a defect");
                                });

        Outcome outcome = run(pipeline, fresh());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.failure().code()).isEqualTo("DEFECT");
                            assertThat(failed.failure().text()).contains("a defect");
                        });
    }

    @Test
    void what_steps_remark_and_label_is_kept_with_the_run() throws Exception {
        var remark =
                new Remark(Remark.Level.WARNING, "/rule", "/place", "Odd.", Optional.of("even"));
        Pipeline pipeline =
                Pipeline.named("test")
                        .ending(
                                "look",
                                (_, context) -> {
                                    context.remark(remark);
                                    context.label(context.labels().withDataset("argo"));
                                    return new Ending(false, "nothing new");
                                });

        Outcome outcome = run(pipeline, fresh());

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(outcome.labels().dataset()).contains("argo");
        assertThat(outcome.history().steps().getFirst().remarks()).containsExactly(remark);
    }

    @Test
    void a_listener_that_fails_does_not_cost_the_run_its_outcome() throws Exception {
        Pipeline pipeline =
                Pipeline.named("test").ending("end", (_, _) -> new Ending(true, "done"));
        var runner =
                new Runner(
                        pipeline,
                        PATIENCE,
                        Trouble.DEFECT,
                        InstantSource.fixed(NOON),
                        (_, _) -> {
                            throw new IllegalStateException("cannot count");
                        });

        try (Turns.Turn turn = runner.nextTurn()) {
            assertThat(runner.work(fresh(), turn)).isInstanceOf(Outcome.Succeeded.class);
        }
    }

    private Pipeline keeping(Optional<String> stored) {
        return Pipeline.named("test")
                .kept(
                        "make",
                        (_, _) -> {
                            performed.add("make");
                            return "made";
                        },
                        _ -> stored)
                .ending(
                        "send",
                        (made, _) -> {
                            performed.add("send " + made);
                            return new Ending(true, "sent");
                        });
    }
}
