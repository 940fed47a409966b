package io.github.wis2chain.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

final class MeasurementTest {

    private static final URI HREF = URI.create("https://data.example.org/a.bufr");
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA3_256_OF_ABC =
            "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532";

    @Test
    void length_digest_and_a_short_body_are_measured_over_several_pieces() {
        Measurement measurement = measuring(OptionalLong.of(3), 3, 100);

        measurement.expect(3);
        measurement.add(ABC, 0, 2);
        measurement.add(ABC, 2, 1);

        LinkVerifier.Evidence evidence = measurement.evidence(200, HREF, Duration.ZERO);
        assertThat(evidence.length()).isEqualTo(3);
        assertThat(evidence.digest()).isEqualTo(SHA3_256_OF_ABC);
        assertThat(evidence.body()).contains(Payload.ofText("abc"));
    }

    @Test
    void a_body_longer_than_asked_for_is_not_kept_but_measured() {
        Measurement measurement = measuring(OptionalLong.empty(), 2, 100);

        measurement.add(ABC, 0, 3);

        LinkVerifier.Evidence evidence = measurement.evidence(200, HREF, Duration.ZERO);
        assertThat(evidence.body()).isEmpty();
        assertThat(evidence.digest()).isEqualTo(SHA3_256_OF_ABC);
    }

    @Test
    void one_byte_more_than_announced_ends_the_download_for_good() {
        Measurement measurement = measuring(OptionalLong.of(2), 0, 100);
        measurement.add(ABC, 0, 2);

        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> measurement.add(ABC, 2, 1))
                .withMessageContaining("DATA_SIZE_MISMATCH")
                .withMessageContaining("has at least 3 bytes, 2 announced.")
                .satisfies(failure -> assertThat(failure.failure().temporary()).isFalse());
    }

    @Test
    void an_offer_of_more_than_announced_is_not_taken() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> measuring(OptionalLong.of(2), 0, 100).expect(3))
                .withMessageContaining("has 3 bytes, 2 announced.");
    }

    @Test
    void more_than_the_largest_size_is_neither_taken_nor_read() {
        Measurement measurement = measuring(OptionalLong.empty(), 0, 2);

        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> measurement.expect(3))
                .withMessageContaining("LINK_TOO_LARGE");
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> measurement.add(ABC, 0, 3))
                .withMessageContaining("LINK_TOO_LARGE")
                .withMessageContaining("at most 2 bytes");
    }

    @Test
    void a_digest_that_java_does_not_know_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Measurement(
                                new LinkVerifier.Request(HREF, OptionalLong.empty(), "sha3_256", 0),
                                1))
                .withMessageContaining("[sha3_256]");
    }

    private static Measurement measuring(OptionalLong announced, int keepUpTo, long maxSize) {
        return new Measurement(
                new LinkVerifier.Request(HREF, announced, "SHA3-256", keepUpTo), maxSize);
    }
}
