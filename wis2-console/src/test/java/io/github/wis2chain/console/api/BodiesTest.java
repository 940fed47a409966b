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
    private final Bodies bodies = new Bodies(10, time::get);

    @Test
    void bodies_that_fill_the_memory_together_are_put_off() throws IOException {
        Problem problem = refusal(100, new ByteArrayInputStream(new byte[11]));

        assertThat(problem.code()).isEqualTo(ProblemCode.BUSY);
        assertThat(bodies.readUpTo(100, new ByteArrayInputStream(new byte[10]))).hasSize(10);
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
        assertThat(bodies.readUpTo(3, new ByteArrayInputStream(new byte[3]))).hasSize(3);
        assertThat(refusal(3, new ByteArrayInputStream(new byte[4])).code())
                .isEqualTo(ProblemCode.BODY_TOO_LARGE);
    }

    private Problem refusal(int limit, InputStream body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> bodies.readUpTo(limit, body));
        assertThat(problem).isNotNull();
        return problem;
    }
}
