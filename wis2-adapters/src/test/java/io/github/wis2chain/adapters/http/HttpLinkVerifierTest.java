package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// What servers answer, and what becomes of it.
final class HttpLinkVerifierTest extends DownloadTest {

    @ParameterizedTest
    @ValueSource(strings = {"/ok/a.bufr", "/ok/b?c=d%20e", "/chunked", "/until-close", "/hops/5"})
    void data_are_measured_whatever_way_they_are_sent(String path) throws Exception {
        Evidence found = verifier.fetch(asking(server.url(path), 1000, 1000));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.length()).isEqualTo(1000);
        assertThat(found.digest())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-512")
                                                .digest(NastyServer.BODY)));
        assertThat(found.body()).contains(Payload.of(NastyServer.BODY));
    }

    @Test
    void an_empty_file_is_a_file() throws Exception {
        Evidence found = verifier.fetch(asking(server.put("/empty", new byte[0]), 0, 10));

        assertThat(found.length()).isZero();
        assertThat(found.body()).contains(Payload.ofText(""));
    }

    @Test
    void a_redirect_is_followed_and_its_end_told() throws Exception {
        URI end = server.url("/ok/end");

        assertThat(verifier.fetch(asking(server.url("/to/" + end))).finalHref()).isEqualTo(end);
    }

    @Test
    void a_link_is_opened_without_its_data() throws Exception {
        assertThat(verifier.open(server.url("/to/" + server.url("/typed"))))
                .isEqualTo(new HttpLinkVerifier.Opened(206, Optional.of("image/png")));
        assertThat(verifier.open(server.url("/endless")).mediaType()).contains("text/plain");
        assertThat(verifier.open(server.url("/404")).isFound()).isFalse();
        assertThat(verifier.open(server.url("/404")).status()).isEqualTo(404);
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> verifier.open(server.url("/loop")))
                .withMessageContaining("circle");
    }

    @Test
    void a_short_body_is_the_callers_to_judge() throws Exception {
        assertThat(verifier.fetch(asking(server.url("/ok/a"), 1001, 0)).length()).isEqualTo(1000);
    }

    @Test
    void one_connection_serves_many_downloads_errors_included() throws Exception {
        for (int i = 0; i < 20; i++) {
            verifier.fetch(asking(server.url("/ok/" + i)));
            failureOf(asking(server.url("/404")));
        }

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_connection_that_the_server_closed_is_replaced() throws Exception {
        verifier.fetch(asking(server.url("/ok/1")));
        server.dropConnections();

        assertThat(verifier.fetch(asking(server.url("/ok/2"))).length()).isEqualTo(1000);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/503, true",
        "/429, true",
        "/status/408, true",
        "/status/425, true",
        "/status/500, true",
        "/404, true",
        "/status/401, false",
        "/status/403, false",
        "/status/410, false",
        "/status/204, false",
        "/status/206, false",
        "/status/304, false",
        "/status/300, false"
    })
    void a_status_other_than_200_is_told_and_known_as_passing_or_not(
            String path, boolean temporary) {
        Failure failure = failureOf(asking(server.url(path)));

        assertThat(failure.code()).isEqualTo("LINK_STATUS");
        assertThat(failure.temporary()).isEqualTo(temporary);
        assertThat(failure.text())
                .contains(server.url(path) + " answered " + path.replaceAll("\\D", ""));
    }

    @Test
    void the_servers_wish_when_to_come_back_is_told() {
        assertThat(failureOf(asking(server.url("/503"))).text()).contains("Retry-After is [7]");
    }

    @Test
    void a_missing_file_of_an_old_event_is_missing_for_good() {
        Request request =
                new Request(server.url("/404"), OptionalLong.empty(), "SHA-512", 0, false);

        assertThat(failureOf(request).temporary()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/loop, LINK_STATUS, false, redirected in a circle",
        "/hops/6, LINK_STATUS, false, more than 5 times",
        "/to/, LINK_STATUS, false, without saying where",
        "/bad-location, LINK_STATUS, false, not a URL",
        "/to/file:///etc/passwd, LINK_REFUSED, false, has the scheme [file]",
        "/to/http://10.0.0.1/, LINK_REFUSED, false, private address",
        "/to/http://169.254.169.254/latest/meta-data/, LINK_REFUSED, false, link-local address",
        "/long, DATA_SIZE_MISMATCH, false, 'has 1001 bytes, 1000 announced'",
        "/endless, DATA_SIZE_MISMATCH, false, 'has at least 1001 bytes, 1000 announced'",
        "/short, LINK_BROKEN, true, broke off after 500 of 1000 bytes",
        "/gzip, LINK_ENCODED, false, Content-Encoding [gzip]",
        "/garbage, LINK_BROKEN, true, does not begin with an HTTP/1.1 status"
    })
    void what_misbehaves_is_named(String path, String code, boolean temporary, String text) {
        Failure failure = failureOf(asking(server.url(path), 1000, 0));

        assertThat(failure.text()).contains(text).endsWith(".");
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.temporary()).isEqualTo(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drip", "/silent"})
    void a_download_has_one_time_for_everything(String path) {
        use(LOOPBACK.withTimeout(SHORTLY));

        Failure failure = failureOf(asking(server.url(path)));

        assertThat(failure.code()).isEqualTo("LINK_TOO_SLOW");
        assertThat(failure.temporary()).isTrue();
        assertThat(failure.text()).contains("was not complete within 0.3 s");
    }

    @Test
    void no_more_than_the_largest_size_is_read() {
        use(LOOPBACK.withMaxSize(5_000));

        assertThat(failureOf(asking(server.url("/endless"))).code()).isEqualTo("LINK_TOO_LARGE");
        assertThat(failureOf(asking(server.put("/big", new byte[5_001]))).code())
                .isEqualTo("LINK_TOO_LARGE");
    }
}
