package io.github.wis2chain.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

final class DataServersTest {

    private static final String FILE = "https://data.example.org:8443/a.bufr";
    private static final Instant BEGIN = Instant.parse("2026-11-25T06:00:00Z");

    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private Instant now = BEGIN;
    private final DataServers servers = new DataServers(verifier, () -> now);

    @Test
    void a_server_is_in_trouble_from_its_first_failure_to_its_next_success()
            throws InterruptedException {
        fails(FILE, FailureCode.LINK_UNREACHABLE);
        now = BEGIN.plusSeconds(60);
        fails(FILE, FailureCode.LINK_TOO_SLOW);

        assertThat(servers.troubles())
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.server()).isEqualTo("data.example.org:8443");
                    assertThat(trouble.since()).isEqualTo(BEGIN);
                    assertThat(trouble.at()).isEqualTo(now);
                    assertThat(trouble.failures()).isEqualTo(2);
                    assertThat(trouble.last().code()).isEqualTo("LINK_TOO_SLOW");
                });
        verifier.serve(FILE, new byte[1]);
        servers.fetch(request(FILE));

        assertThat(servers.troubles()).isEmpty();
    }

    @Test
    void what_only_the_link_or_its_data_are_at_fault_for_is_no_trouble_of_the_server() {
        fails(FILE, FailureCode.LINK_TOO_LARGE);
        fails(FILE, FailureCode.LINK_REFUSED);

        assertThat(servers.troubles()).isEmpty();
    }

    @Test
    void a_bad_status_is_the_servers_when_it_may_pass_and_the_file_should_be_there() {
        verifier.fail(FILE, Failure.temporary(FailureCode.LINK_STATUS, "503."));
        assertThatThrownBy(() -> servers.fetch(request(FILE))).isInstanceOf(StepFailure.class);
        assertThat(servers.troubles()).isEmpty();

        assertThatThrownBy(() -> servers.fetch(old(FILE))).isInstanceOf(StepFailure.class);
        assertThat(servers.troubles()).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_is_no_trouble_of_the_server() {
        verifier.fail(FILE, Failure.permanent(FailureCode.LINK_STATUS, "404."));

        assertThatThrownBy(() -> servers.fetch(old(FILE))).isInstanceOf(StepFailure.class);

        assertThat(servers.troubles()).isEmpty();
    }

    @Test
    void a_trouble_that_is_an_hour_old_is_forgotten() {
        fails(FILE, FailureCode.LINK_BROKEN);
        now = BEGIN.plus(Duration.ofMinutes(61));

        assertThat(servers.troubles()).isEmpty();
    }

    @Test
    void of_many_servers_in_trouble_the_latest_hundred_are_remembered() {
        for (int i = 0; i < 150; i++) {
            now = BEGIN.plusSeconds(i);
            fails("https://host-%d.example.org/a".formatted(i), FailureCode.LINK_UNREACHABLE);
        }

        assertThat(servers.troubles()).hasSize(100);
        assertThat(servers.troubles().getFirst().server()).isEqualTo("host-50.example.org");
    }

    @Test
    void a_server_is_busy_while_others_are_told_to_come_back() throws Exception {
        verifier.letIn(FILE, 0);
        isBusy();
        now = BEGIN.plusSeconds(25);
        isBusy();
        now = BEGIN.plusSeconds(50);

        assertThat(servers.busy())
                .singleElement()
                .satisfies(busy -> {
                    assertThat(busy.server()).isEqualTo("data.example.org:8443");
                    assertThat(busy.since()).isEqualTo(BEGIN);
                    assertThat(busy.lasts()).isEqualTo(Duration.ofSeconds(25));
                });
        assertThat(servers.troubles()).isEmpty();
        now = BEGIN.plusSeconds(56);
        assertThat(servers.busy()).isEmpty();
    }

    @Test
    void a_server_that_is_busy_again_is_so_anew() throws Exception {
        verifier.letIn(FILE, 0);
        isBusy();
        now = BEGIN.plusSeconds(40);
        isBusy();

        assertThat(servers.busy())
                .singleElement()
                .satisfies(busy -> assertThat(busy.since()).isEqualTo(now));
    }

    private void isBusy() {
        assertThatThrownBy(() -> servers.fetch(request(FILE), false)).isInstanceOf(StepBusy.class);
    }

    private void fails(String href, FailureCode code) {
        verifier.fail(href, Failure.temporary(code, "It failed."));
        assertThatThrownBy(() -> servers.fetch(request(href))).isInstanceOf(StepFailure.class);
    }

    /// A request for a file that has had the time to appear.
    private static LinkVerifier.Request old(String href) {
        return new LinkVerifier.Request(
                URI.create(href), OptionalLong.empty(), "SHA-512", 0, false);
    }

    private static LinkVerifier.Request request(String href) {
        return new LinkVerifier.Request(URI.create(href), OptionalLong.empty(), "SHA-512", 0);
    }
}
