package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocketFactory;

@Timeout(20)
final class HttpLinkVerifierTest {

    private static final LinkSettings LOOPBACK =
            LinkSettings.DEFAULT.withAllow(List.of("loopback"));
    private static final Duration SHORTLY = Duration.ofMillis(300);

    private final NastyServer server = NastyServer.start();
    private HttpLinkVerifier verifier = new HttpLinkVerifier(LOOPBACK);

    @AfterEach
    void stop() {
        verifier.close();
        server.close();
    }

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
    void a_link_to_an_internal_address_is_not_opened() {
        try (var guarded = new HttpLinkVerifier(LinkSettings.DEFAULT)) {
            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() -> guarded.open(server.url("/ok")))
                    .withMessageContaining("LINK_REFUSED");
        }
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
    void a_host_gets_so_many_downloads_at_a_time_and_the_others_wait_their_turn() throws Exception {
        use(LOOPBACK.withPerHost(3, Duration.ofSeconds(10)));
        List<Future<Evidence>> downloads = inParallel(10, () -> fetch("/hold/a"));
        await().until(() -> server.held() == 3);

        try (NastyServer other = NastyServer.start()) {
            assertThat(verifier.fetch(asking(other.url("/ok/a"))).status()).isEqualTo(200);
        }
        assertThat(server.requests("/hold/a")).isEqualTo(3);

        server.release();
        for (Future<Evidence> download : downloads) {
            assertThat(download.get().status()).isEqualTo(200);
        }
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void the_wait_for_a_turn_is_bounded() throws Exception {
        use(LOOPBACK.withPerHost(1, SHORTLY));
        List<Future<Evidence>> holding = inParallel(1, () -> fetch("/hold/a"));
        await().until(() -> server.held() == 1);

        Request request = asking(server.url("/ok/a"));
        StepBusy busy = catchThrowableOfType(StepBusy.class, () -> verifier.fetch(request, false));

        assertThat(busy.text()).startsWith("1 downloads from http://127.0.0.1:" + server.port());
        assertThat(busy.culprit()).isEqualTo("127.0.0.1:" + server.port());
        assertThat(busy.comeBackAfter()).isPositive();
        server.release();
        assertThat(holding.getFirst().get().status()).isEqualTo(200);
    }

    @Test
    void whoever_is_to_wait_for_a_server_waits_longer_than_for_a_turn() throws Exception {
        use(LOOPBACK.withPerHost(1, Duration.ofNanos(1)));
        List<Future<Evidence>> downloads = inParallel(3, () -> fetch("/hold/a"));
        await().until(() -> server.held() == 1);

        server.release();

        for (Future<Evidence> download : downloads) {
            assertThat(download.get().status()).isEqualTo(200);
        }
    }

    @Test
    void the_time_of_a_download_begins_when_there_is_a_place() throws Exception {
        use(LOOPBACK.withPerHost(1, Duration.ofSeconds(10)));
        List<Future<Evidence>> holding = inParallel(1, () -> fetch("/hold/a"));
        await().until(() -> server.held() == 1);
        List<Future<Evidence>> waiting = inParallel(1, () -> fetch("/ok/a"));
        await().pollDelay(SHORTLY).until(() -> server.held() == 1);

        long released = System.nanoTime();
        server.release();

        Duration took = waiting.getFirst().get().took();
        assertThat(took).isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - released));
        assertThat(holding.getFirst().get().status()).isEqualTo(200);
    }

    @Test
    void an_interrupt_ends_a_download_at_once() throws Exception {
        List<Future<Evidence>> holding = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holding.add(threads.submit(() -> fetch("/hold/a")));
            await().until(() -> server.held() == 1);

            threads.shutdownNow();
        }

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> holding.getFirst().get())
                .withCauseInstanceOf(InterruptedException.class);
    }

    private Evidence fetch(String path) throws InterruptedException {
        return verifier.fetch(asking(server.url(path)));
    }

    private static <T> List<Future<T>> inParallel(int times, Callable<T> task) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            futures.add(threads.submit(task));
        }
        threads.shutdown();
        return futures;
    }

    private void use(LinkSettings settings) {
        verifier.close();
        verifier = new HttpLinkVerifier(settings);
    }

    private void useNames(Names.Lookup lookup) {
        verifier.close();
        verifier =
                new HttpLinkVerifier(
                        LOOPBACK, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), lookup);
    }

    private Failure failureOf(Request request) {
        try {
            Evidence found = verifier.fetch(request);
            throw new AssertionError("%s gave %s".formatted(request.href(), found));
        } catch (StepFailure failed) {
            assertThat(FailureCode.valueOf(failed.failure().code()).remedy())
                    .isEqualTo(failed.failure().remedy());
            return failed.failure();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Request asking(URI href) {
        return new Request(href, OptionalLong.empty(), "SHA-512", 0);
    }

    private static Request asking(URI href, long announced, int keepUpTo) {
        return new Request(href, OptionalLong.of(announced), "SHA-512", keepUpTo);
    }
}
