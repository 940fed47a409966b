package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocketFactory;

/// Which addresses are connected to, and what it means when none is.
final class LinkAddressTest extends DownloadTest {

    @Test
    void a_refused_connection_may_be_accepted_later() throws IOException {
        int unused;
        try (ServerSocket closed = new ServerSocket(0)) {
            unused = closed.getLocalPort();
        }

        Failure failure = failureOf(asking(URI.create("http://127.0.0.1:" + unused + "/a")));

        assertThat(failure.code()).isEqualTo("LINK_UNREACHABLE");
        assertThat(failure.temporary()).isTrue();
    }

    @Test
    void a_name_that_does_not_resolve_may_do_so_later() {
        useNames(host -> {
            throw new UnknownHostException(host);
        });

        Failure failure = failureOf(asking(URI.create("http://data.example.org/a")));

        assertThat(failure.code()).isEqualTo("LINK_UNREACHABLE");
        assertThat(failure.temporary()).isTrue();
        assertThat(failure.text()).contains("name does not resolve");
    }

    @Test
    void the_address_that_was_checked_is_the_one_connected_to() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        useNames(host ->
                new InetAddress[] {
                    InetAddress.ofLiteral(lookups.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1")
                });

        verifier.fetch(
                asking(URI.create("http://rebinding.example.org:" + server.port() + "/ok/a")));

        assertThat(lookups).hasValue(1);
    }

    @Test
    void one_internal_address_among_the_answers_is_enough_to_refuse() {
        useNames(host ->
                new InetAddress[] {
                    InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")
                });

        assertThat(failureOf(asking(URI.create("http://two.example.org/a"))).code())
                .isEqualTo("LINK_REFUSED");
    }

    @Test
    void loopback_is_refused_unless_allowed() {
        use(LinkSettings.DEFAULT);

        Failure failure = failureOf(asking(server.url("/ok/a")));

        assertThat(failure.code()).isEqualTo("LINK_REFUSED");
        assertThat(failure.text()).contains("127.0.0.1, a loopback address");
        assertThat(server.connections()).isZero();
    }

    @Test
    void a_link_to_an_internal_address_is_not_opened() {
        try (var guarded = new HttpLinkVerifier(LinkSettings.DEFAULT)) {
            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() -> guarded.open(server.url("/ok")))
                    .withMessageContaining("LINK_REFUSED");
        }
    }

    private void useNames(Names.Lookup lookup) {
        use(
                new HttpLinkVerifier(
                        LOOPBACK, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), lookup));
    }
}
