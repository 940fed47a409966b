package io.github.wis2chain.adapters.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks up names on a few platform threads of its own: the look-up is native code, has no time-out,
/// and would hold the carriers of virtual threads.
final class Names implements AutoCloseable {

    private static final int THREADS = 8;

    private final Lookup lookup;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("link-names-", 1).factory());

    /// What answers: the JDK, or a test.
    @FunctionalInterface
    interface Lookup {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    Names(Lookup lookup) {
        this.lookup = lookup;
        threads.allowCoreThreadTimeOut(true);
    }

    /// All addresses of a host; of a literal address, that address.
    ///
    /// @throws TimeoutException if there was no answer in time
    List<InetAddress> of(String host, Duration atMost)
            throws UnknownHostException, TimeoutException, InterruptedException {
        if (AddressBlock.isLiteral(host)) {
            return List.of(InetAddress.ofLiteral(host));
        }
        Future<InetAddress[]> answer = threads.submit(() -> lookup.of(host));
        try {
            return List.of(answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(failed.getCause());
            throw unknown;
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
