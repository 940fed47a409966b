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
        var dripping =
                new InputStream() {
                    @Override
                    public int read() {
                        time.addAndGet(Duration.ofSeconds(61).toNanos());
                        return 'x';
                    }

                    @Override
                    public int read(byte[] chunk, int from, int length) {
                        chunk[from] = (byte) read();
                        return 1;
                    }
                };

        assertThat(refusal(100, dripping).code()).isEqualTo(ProblemCode.BODY_TOO_SLOW);
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
