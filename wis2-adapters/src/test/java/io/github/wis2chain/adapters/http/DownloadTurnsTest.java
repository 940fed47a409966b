package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.StepBusy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How many downloads a host gets at a time.
final class DownloadTurnsTest extends DownloadTest {

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

        assertThat(busy.text())
                .isEqualTo(
                        "A download from http://127.0.0.1:%d is under way, and there may be no second."
                                .formatted(server.port()));
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
}
