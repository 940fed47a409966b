package io.github.wis2chain.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.LongStream;

class IdsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void ids_grow_even_while_the_clock_stands_still() {
        var ids = new Ids(InstantSource.fixed(NOON), 7);

        long[] made = LongStream.generate(() -> ids.run().value()).limit(10_000).toArray();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_begin_behind_one_of_another_process_although_the_clock_is_behind() {
        long stored = new Ids(InstantSource.fixed(NOON.plusSeconds(3600)), 1023).run().value();
        var ids = new Ids(InstantSource.fixed(NOON), 0);

        ids.beginBehind(stored);

        assertThat(ids.run().value()).isGreaterThan(stored);
        assertThat(Ids.madeAt(ids.number())).isEqualTo(NOON.plusSeconds(3600).plusMillis(1));
    }

    @Test
    void the_clock_is_gone_by_when_it_is_ahead_of_the_id_to_begin_behind() {
        long stored = new Ids(InstantSource.fixed(NOON.minusSeconds(60)), 7).run().value();
        var ids = new Ids(InstantSource.fixed(NOON), 7);

        ids.beginBehind(stored);

        assertThat(Ids.madeAt(ids.number())).isEqualTo(NOON);
    }

    @Test
    void a_run_is_not_later_for_an_id_that_only_a_wrong_clock_can_have_made() {
        RunId earlier = new RunId(Ids.firstAt(NOON.minusSeconds(60)));
        RunId later = new RunId(Ids.firstAt(NOON.plusSeconds(3600)));
        RunId future = new RunId(Ids.firstAt(NOON.plusSeconds(400_000_000)));
        RunId farther = new RunId(future.value() + 1);

        assertThat(Ids.isLater(later, earlier, NOON)).isTrue();
        assertThat(Ids.isLater(earlier, later, NOON)).isFalse();
        assertThat(Ids.isLater(earlier, earlier, NOON)).isFalse();
        assertThat(Ids.isLater(future, later, NOON)).isFalse();
        assertThat(Ids.isLater(farther, future, NOON)).isTrue();
        assertThat(Ids.isLater(future, later, NOON.plusSeconds(400_000_000))).isTrue();
    }

    @Test
    void an_instant_beyond_all_ids_is_behind_every_one_of_them() {
        assertThat(Ids.firstAt(Instant.parse("2089-09-06T00:00:00Z")))
                .isGreaterThan(Ids.firstAt(NOON))
                .isLessThan(Long.MAX_VALUE);
        assertThat(Ids.firstAt(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(Long.MAX_VALUE);
        assertThat(Ids.firstAt(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Ids.firstAt(Instant.MIN)).isEqualTo(1);
    }

    @Test
    void ids_of_two_processes_differ_in_the_same_millisecond() {
        var one = new Ids(InstantSource.fixed(NOON), 1);
        var other = new Ids(InstantSource.fixed(NOON), 2);

        assertThat(one.event()).isNotEqualTo(other.event());
    }

    @Test
    void an_id_is_read_back_from_its_text_in_either_case() {
        RunId id = new Ids(InstantSource.fixed(NOON), 1023).run();

        assertThat(id.toString()).hasSize(13).matches("[0-9A-HJKMNP-TV-Z]+");
        assertThat(RunId.parse(id.toString())).isEqualTo(id);
        assertThat(RunId.parse(id.toString().toLowerCase(Locale.ROOT))).isEqualTo(id);
    }

    @Test
    void the_order_of_texts_is_the_order_of_time() {
        String earlier = new Ids(InstantSource.fixed(NOON), 1023).run().toString();
        String later = new Ids(InstantSource.fixed(NOON.plusMillis(1)), 0).run().toString();

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void a_text_that_is_no_id_is_refused_with_the_place_of_the_fault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunId.parse("0K3ZR8T9W2H4U"))
                .withMessageContaining("[U] at index 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunId.parse("short"))
                .withMessageContaining("13 characters");
    }
}
