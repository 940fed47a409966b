package io.github.wis2chain.engine.run;

import static io.github.wis2chain.engine.run.Running.fresh;
import static io.github.wis2chain.engine.run.Running.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs of a dataset that is paused.
class PausedDatasetTest {

    private final List<String> performed = new ArrayList<>();

    @Test
    void a_run_is_held_as_soon_as_its_paused_dataset_is_known() throws Exception {
        Claim claim = claimWhilePaused("argo", Labels.NONE);

        Outcome outcome = run(ofDataset("argo"), claim);

        assertThat(performed).containsExactly("read");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Held.class,
                        held -> {
                            assertThat(held.dataset()).isEqualTo("argo");
                            assertThat(held.labels().dataset()).contains("argo");
                            assertThat(held.history()).isEqualTo(History.EMPTY);
                            assertThat(held.summary()).contains("argo is paused");
                        });
    }

    @Test
    void a_run_whose_paused_dataset_was_known_before_does_nothing() throws Exception {
        Claim claim = claimWhilePaused("argo", Labels.NONE.withDataset("argo"));

        assertThat(run(ofDataset("argo"), claim)).isInstanceOf(Outcome.Held.class);
        assertThat(performed).isEmpty();
    }

    @Test
    void a_run_of_another_dataset_than_the_paused_one_goes_on() throws Exception {
        Outcome outcome = run(ofDataset("argo"), claimWhilePaused("other", Labels.NONE));

        assertThat(performed).containsExactly("read", "send");
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void what_has_gone_out_is_not_held_any_more() throws Exception {
        Pipeline pipeline =
                Pipeline.named("test")
                        .ending(
                                "send",
                                (_, context) -> {
                                    context.label(context.labels().withDataset("argo"));
                                    return new Ending(true, "sent");
                                });

        Outcome outcome = run(pipeline, claimWhilePaused("argo", Labels.NONE));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    }

    private Pipeline ofDataset(String dataset) {
        return Pipeline.named("test")
                .step(
                        "read",
                        (event, context) -> {
                            performed.add("read");
                            context.label(context.labels().withDataset(dataset));
                            return event;
                        })
                .ending(
                        "send",
                        (_, _) -> {
                            performed.add("send");
                            return new Ending(true, "sent");
                        });
    }

    private static Claim claimWhilePaused(String dataset, Labels labels) {
        return new Claim(
                fresh().run(), fresh().event(), History.EMPTY, labels, false, Set.of(dataset));
    }
}
