package io.github.wis2chain.adapters.broker;

import io.netty.channel.Channel;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The bytes of all messages that the broker has taken and not yet acknowledged. While there are too
/// many, nothing more is read from those who publish: the network holds them back. As soon as there
/// is room, every acknowledgement lets go on whoever has waited longest; when half is free, all go
/// on. Safe for any thread.
final class BytesInFlight {

    /// The part of the heap that messages under way may have: the broker and the journal each make a
    /// copy of what they work on.
    private static final int PART_OF_HEAP = 8;

    private final int largestPacket;
    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    /// Connections that wait, the longest waiting first. Used by whoever holds its monitor.
    private final SequencedSet<Channel> paused = new LinkedHashSet<>();

    private final CountDownLatch placed = new CountDownLatch(1);

    BytesInFlight(int largestPacket, long most) {
        this.largestPacket = largestPacket;
        this.most = most;
    }

    /// As many as this process can bear.
    static BytesInFlight ofThisProcess(int largestPacket) {
        return new BytesInFlight(largestPacket, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /// The largest packet that is let through, in bytes.
    int largestPacket() {
        return largestPacket;
    }

    void add(int size) {
        bytes.addAndGet(size);
    }

    /// Messages are acknowledged, or their connection has ended.
    void give(long size) {
        if (size > 0) {
            resume(bytes.addAndGet(-size));
        }
    }

    /// Reads nothing more from this connection for now, if there is too much already.
    void pauseIfFull(Channel channel) {
        if (bytes.get() <= most) {
            return;
        }
        channel.config().setAutoRead(false);
        synchronized (paused) {
            paused.add(channel);
        }
        // What was given back in between has not seen this connection.
        resume(bytes.get());
    }

    void forget(Channel channel) {
        synchronized (paused) {
            paused.remove(channel);
        }
    }

    /// The bytes now.
    long now() {
        return bytes.get();
    }

    private void resume(long now) {
        for (Channel channel : thoseToResume(now)) {
            channel.config().setAutoRead(true);
        }
    }

    /// Takes them out before they read again: one that is paused anew meanwhile must not be missed.
    ///
    /// While more than half is under way there is an acknowledgement to come, and so a next turn.
    private List<Channel> thoseToResume(long now) {
        synchronized (paused) {
            if (paused.isEmpty() || now > most) {
                return List.of();
            }
            if (now > most / 2) {
                return List.of(paused.removeFirst());
            }
            List<Channel> all = List.copyOf(paused);
            paused.clear();
            return all;
        }
    }

    void gateWasPlaced() {
        placed.countDown();
    }

    /// Whether connections are counted; to be asked when there was at least one.
    boolean isInUse(Duration atMost) {
        try {
            return placed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
