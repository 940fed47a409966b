package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.console.api.ChangeWindow.Kind;
import io.github.wis2chain.console.api.Listening.Frame;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class ChangeLogTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private final ChangeLog changes = new ChangeLog("n1", 2000, 2);

    @Test
    void a_slow_listener_is_told_so_and_dropped_and_the_others_hear_everything() {
        try (Listening slow = changes.listen(Optional.empty());
                Listening quick = changes.listen(Optional.empty())) {
            List<Frame> heard = new ArrayList<>();
            for (int i = 0; i < 1500; i++) {
                changes.append(List.of(change("c" + i)));
                heard.addAll(rest(quick));
            }

            List<Frame> last = rest(slow);
            assertThat(last).hasSize(1);
            assertThat(last.getFirst().last()).isTrue();
            assertThat(last.getFirst().text())
                    .startsWith("id: n1-")
                    .contains("event: reset")
                    .contains("too slow");
            assertThat(heard).hasSize(1501);
            assertThat(changes.listeners()).isEqualTo(1);
        }
        assertThat(changes.listeners()).isZero();
    }

    @Test
    void what_happened_together_is_told_together() {
        try (Listening listening = changes.listen(Optional.empty())) {
            changes.append(List.of(change("one"), change("two")));
            changes.append(List.of());

            assertThat(rest(listening))
                    .extracting(Frame::text)
                    .satisfiesExactly(
                            hello -> assertThat(hello).contains("event: hello"),
                            both -> assertThat(both).contains("id: n1-1\n", "id: n1-2\n"));
        }
    }

    @Test
    void what_was_missed_is_told_in_order() {
        append(10);

        try (Listening again = changes.listen(Optional.of("n1-7"))) {
            assertThat(lines(again))
                    .contains("event: hello")
                    .filteredOn(line -> line.startsWith("id"))
                    .containsExactly("id: n1-8", "id: n1-9", "id: n1-10");
        }
    }

    @Test
    void an_id_that_is_too_old_too_new_or_of_another_process_gets_a_reset() {
        append(2500);

        for (String id : List.of("n1-499", "n1-2501", "n0-2400", "nonsense", "n1-")) {
            try (Listening again = changes.listen(Optional.of(id))) {
                assertThat(rest(again))
                        .extracting(Frame::text)
                        .singleElement()
                        .asString()
                        .startsWith("id: n1-2500\nevent: reset\n");
            }
        }
        try (Listening again = changes.listen(Optional.of("n1-500"))) {
            assertThat(lines(again)).filteredOn(line -> line.startsWith("event:")).hasSize(2001);
        }
    }

    @Test
    void more_listeners_than_allowed_are_refused() {
        try (Listening _ = changes.listen(Optional.empty());
                Listening _ = changes.listen(Optional.empty())) {
            assertThatThrownBy(() -> changes.listen(Optional.empty()))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("2 listeners");
        }
        changes.listen(Optional.empty()).close();
    }

    @Test
    void closing_ends_those_who_listen_and_takes_no_more() {
        try (Listening listening = changes.listen(Optional.empty())) {
            changes.close();

            assertThat(rest(listening)).containsExactly(new Frame("", true));
            assertThatThrownBy(() -> changes.listen(Optional.empty()))
                    .hasMessageContaining("stopping");
        }
    }

    @Test
    void of_a_burst_a_part_is_told_and_everything_counted_failures_first() {
        var window = new ChangeWindow();
        for (int i = 0; i < 500; i++) {
            window.add(Kind.SUCCEEDED, Optional.of("argo"), () -> change("good"));
        }
        window.add(Kind.FAILED, Optional.of("buoys"), () -> change("bad"));
        window.count(Kind.DUPLICATE);

        List<Change> told = window.take(NOW);

        assertThat(told).hasSize(22).contains(change("bad"));
        assertThat(told.getLast())
                .isEqualTo(
                        new Change.Summary(
                                0, 1, 500, 0, 1, 0, 0, 0, 480, List.of("argo", "buoys"), NOW));
        assertThat(window.take(NOW)).isEmpty();
    }

    private void append(int count) {
        IntStream.range(0, count).forEach(i -> changes.append(List.of(change("c" + i))));
    }

    private static Change change(String text) {
        return new Change.Bulk("retry", 1, text, NOW);
    }

    private static List<String> lines(Listening listening) {
        return rest(listening).stream().flatMap(frame -> frame.text().lines()).toList();
    }

    private static List<Frame> rest(Listening listening) {
        List<Frame> all = new ArrayList<>();
        Optional<Frame> next = listening.next();
        while (next.isPresent()) {
            all.add(next.get());
            next = listening.next();
        }
        return all;
    }
}
