package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

final class BodiesTest {

    private final AtomicLong time = new AtomicLong();
    private final Bodies bodies = new Bodies(128 * 1024, time::get);

    @Test
    void bodies_of_requests_under_way_are_bounded_together() throws IOException {
        byte[] first = read(60 * 1024, 60 * 1024);
        assertThat(first).hasSize(60 * 1024);

        assertThat(refusal(60 * 1024, zeros(60 * 1024)).code()).isEqualTo(ProblemCode.BUSY);
        bodies.release(first.length);

        assertThat(read(60 * 1024, 60 * 1024)).hasSize(60 * 1024);
    }

    @Test
    void a_body_that_is_copied_into_a_larger_array_counts_with_both() throws IOException {
        assertThat(refusal(1 << 20, zeros(100 * 1024)).code()).isEqualTo(ProblemCode.BUSY);
        assertThat(read(1 << 20, 30 * 1024)).hasSize(30 * 1024);
    }

    @Test
    void what_is_announced_and_not_sent_takes_nothing() throws IOException {
        assertThat(bodies.readUpTo(1 << 20, 1 << 20, zeros(10))).hasSize(10);
        assertThat(read(60 * 1024, 60 * 1024)).hasSize(60 * 1024);
    }

    private byte[] read(int limit, int size) throws IOException {
        return bodies.readUpTo(limit, size, zeros(size));
    }

    private static InputStream zeros(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    @Test
    void a_body_that_drips_for_too_long_is_cut_off() {
        assertThat(refusal(100, new Dripping()).code()).isEqualTo(ProblemCode.BODY_TOO_SLOW);
    }

    @Test
    void the_rest_of_a_body_that_is_too_large_is_not_read_for_long() {
        var dripping = new Dripping();

        assertThat(refusal(0, dripping).code()).isEqualTo(ProblemCode.BODY_TOO_LARGE);
        assertThat(dripping.given).isEqualTo(2);
    }

    /// A body that goes on for ever, a byte in 61 seconds.
    private final class Dripping extends InputStream {

        /// More than any time allows.
        private static final int MOST = 10;

        private int given;

        @Override
        public int read() {
            time.addAndGet(Duration.ofSeconds(61).toNanos());
            return ++given > MOST ? -1 : 'x';
        }

        @Override
        public int read(byte[] chunk, int from, int length) {
            int next = read();
            chunk[from] = (byte) next;
            return next < 0 ? -1 : 1;
        }
    }

    @Test
    void a_body_may_be_as_long_as_the_limit_and_no_longer() throws IOException {
        assertThat(read(3, 3)).hasSize(3);
        assertThat(refusal(3, zeros(4)).code()).isEqualTo(ProblemCode.BODY_TOO_LARGE);
    }

    private Problem refusal(int limit, InputStream body) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> bodies.readUpTo(limit, 0, body));
        assertThat(problem).isNotNull();
        return problem;
    }
}
