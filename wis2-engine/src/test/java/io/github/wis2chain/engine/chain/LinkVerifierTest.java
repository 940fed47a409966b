package io.github.wis2chain.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

final class LinkVerifierTest {

    private static final LinkVerifier.Request REQUEST =
            new LinkVerifier.Request(
                    URI.create("https://data.example.org/a"), OptionalLong.empty(), "SHA-512", 0);

    @Test
    void whoever_does_not_come_back_has_failed_if_there_was_no_place() {
        LinkVerifier full =
                (_, waits) -> {
                    assertThat(waits).isTrue();
                    throw new StepBusy("All are taken.", "data.example.org", Duration.ofSeconds(1));
                };

        StepFailure failed = catchThrowableOfType(StepFailure.class, () -> full.fetch(REQUEST));

        assertThat(failed.failure().code()).isEqualTo("LINK_BUSY");
        assertThat(failed.failure().temporary()).isTrue();
        assertThat(failed.failure().text()).isEqualTo("All are taken.");
        assertThat(failed.failure().culprit()).contains("data.example.org");
    }

    @Test
    void a_server_has_the_name_that_links_give_it() {
        assertThat(DataServer.of(URI.create("https://Data.example.org/a")).name())
                .isEqualTo("data.example.org");
        assertThat(DataServer.of(URI.create("http://data.example.org:8080/b")).name())
                .isEqualTo("data.example.org:8080");
        assertThat(DataServer.of(URI.create("urn:a")).name()).isEmpty();
    }
}
