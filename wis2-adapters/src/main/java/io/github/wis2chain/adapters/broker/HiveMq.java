package io.github.wis2chain.adapters.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.migration.meta.PersistenceType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts and stops the broker library with the internal options that we want.
final class HiveMq {

    /// Files among which the broker divides sessions, queues and payloads. Its default of 64 suits
    /// a larger machine. It must stay as it is while there are data.
    private static final int BUCKETS = 16;

    /// Version of the library and number of files, on which the form of the broker's data depends.
    static final String FORMAT = "HiveMQ CE 2025.5, %d buckets".formatted(BUCKETS);

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private HiveMq() {}

    /// @throws BrokerStartFailure if it does not start
    static EmbeddedHiveMQ start(
            BrokerFolder folder, BrokerLimits limits, BrokerExtension extension) {
        FileCache.bound();
        EmbeddedHiveMQ server =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(folder.configuration())
                        .withDataFolder(folder.data())
                        .withExtensionsFolder(folder.extensions())
                        .withEmbeddedExtension(
                                EmbeddedExtension.builder()
                                        .withId("wis2-chain")
                                        .withName("WIS2 Chain")
                                        .withVersion("1")
                                        .withAuthor("WIS2 Chain")
                                        .withExtensionMain(extension)
                                        .build())
                        // The log is the application's.
                        .withoutLoggingBootstrap()
                        .build();
        // Building has just set some of these to other values.
        configure(limits);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            await(server.start(), LONGEST_START, "start");
            return server;
        } catch (BrokerStartFailure failure) {
            close(server, failure);
            throw failure;
        } finally {
            // The broker's own would end the process.
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    static void stop(EmbeddedHiveMQ server) throws Exception {
        await(server.stop(), LONGEST_STOP, "stop");
        server.close();
    }

    private static void configure(BrokerLimits limits) {
        InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(true);
        // The default, RocksDB, claims more than a gigabyte of disk before the first message.
        InternalConfigurations.PAYLOAD_PERSISTENCE_TYPE.set(PersistenceType.FILE);
        InternalConfigurations.RETAINED_MESSAGE_PERSISTENCE_TYPE.set(PersistenceType.FILE);
        InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        // 50 would throttle a subscriber far away to 50 messages per round trip.
        InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = limits.inFlight();
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(
                Math.toIntExact(limits.stopGrace().toMillis()));
        // Threads and a registry that serve a dedicated server.
        InternalConfigurations.PAYLOAD_PERSISTENCE_CLEANUP_THREADS.set(1);
        InternalConfigurations.JMX_REPORTER_ENABLED.set(false);
    }

    private static void await(CompletableFuture<Void> change, Duration longest, String what) {
        try {
            change.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BrokerStartFailure(
                    "The embedded broker did not %s: %s".formatted(what, e.getCause()), e);
        } catch (TimeoutException e) {
            throw new BrokerStartFailure(
                    "The embedded broker did not %s within %d s."
                            .formatted(what, longest.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartFailure(
                    "The %s of the embedded broker was interrupted.".formatted(what), e);
        }
    }

    private static void close(EmbeddedHiveMQ server, BrokerStartFailure failure) {
        try {
            server.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
