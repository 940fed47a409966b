package io.github.wis2chain.adapters.broker;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks after the broker every second: that no message is dropped without a word, and that its
/// disk has room.
final class BrokerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

    private final MetricRegistry metrics;
    private final DropWatch drops;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("broker-watch").daemon().factory());

    private BrokerWatch(MetricRegistry metrics, InstantSource clock) {
        this.metrics = metrics;
        this.drops = new DropWatch(clock);
    }

    static BrokerWatch start(MetricRegistry metrics, DiskGuard disk, InstantSource clock) {
        var watch = new BrokerWatch(metrics, clock);
        var _ =
                watch.beat.scheduleWithFixedDelay(
                        () -> {
                            watch.reportDropped();
                            disk.look();
                        },
                        0,
                        1,
                        TimeUnit.SECONDS);
        return watch;
    }

    /// The value of a counter or gauge of the broker, 0 while it does not have it.
    long value(String name) {
        Counter counter = metrics.getCounters().get(name);
        if (counter != null) {
            return counter.getCount();
        }
        Gauge<?> gauge = metrics.getGauges().get(name);
        return gauge != null && gauge.getValue() instanceof Number number ? number.longValue() : 0;
    }

    /// Messages dropped since the start.
    long dropped() {
        return value("com.hivemq.messages.dropped.count");
    }

    /// When a message was last dropped, this moment included.
    Optional<Instant> lastDrop() {
        reportDropped();
        return drops.last();
    }

    private void reportDropped() {
        long fresh = drops.look(dropped());
        if (fresh > 0) {
            log.warn(
                    "The embedded broker dropped {} messages for subscribers whose queue was full,"
                            + " who were too slow for QoS 0 or take smaller packets only. Logger"
                            + " event.message-dropped names them at level DEBUG.",
                    fresh);
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
