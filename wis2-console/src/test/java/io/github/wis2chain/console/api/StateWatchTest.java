package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class StateWatchTest {

    private final TestNode node = new TestNode();
    private final StateWatch watch = new StateWatch(node, node.sources());

    @Test
    void a_store_that_cannot_be_read_is_told_by_the_part_that_knows_why() {
        pause();
        assertThat(watch.look()).isEmpty();
        node.unreadable = true;
        node.journal = HealthPart.Health.unwell("The database is down.", "Start it.");

        List<Change> changes = watch.look();

        assertThat(changes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Part.class,
                        part -> {
                            assertThat(part.name()).isEqualTo("journal");
                            assertThat(part.healthy()).isFalse();
                        });
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void what_was_paused_stays_so_while_the_store_cannot_be_read() {
        pause();
        watch.look();
        node.unreadable = true;
        watch.look();
        node.unreadable = false;

        assertThat(watch.look()).isEmpty();
    }

    private void pause() {
        Act act = new Act("pause", "jane", "", Instant.EPOCH, "");
        node.runs.hold(new SourceName("argo-files"), true, act).join();
        node.runs.holdDataset("argo-bufr", true, act).join();
    }

    @Test
    void what_goes_wrong_each_time_is_told_once() {
        List<String> told = new ArrayList<>();
        var recurring =
                new Recurring(
                        () -> node.archive().held(),
                        failure -> told.add("failed"),
                        () -> told.add("recovered"));

        for (boolean unreadable : new boolean[] {false, true, true, false, false, true}) {
            node.unreadable = unreadable;
            recurring.run();
        }

        assertThat(told).containsExactly("failed", "recovered", "failed");
    }
}
