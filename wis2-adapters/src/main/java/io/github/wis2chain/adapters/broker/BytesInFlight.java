package io.github.wis2chain.adapters.broker;

import io.netty.channel.Channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The bytes of all packets that are being received, and of all messages that the broker has taken
/// and not yet acknowledged. While there are too many, nothing more is read from those who publish,
/// and nobody begins a packet that has no room: the network holds them back. As soon as there is
/// room, every acknowledgement lets go on whoever has waited longest; when half is free, all go on.
/// Safe for any thread.
///
/// A packet whose room is counted is read to its end, whatever else comes: were it paused halfway,
/// all could wait for each other.
final class BytesInFlight {

    /// The part of the heap that messages under way may have: the broker and the journal each make a
    /// copy of what they work on.
    private static final int PART_OF_HEAP = 8;

    private final int largestPacket;
    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    /// Connections that wait, the longest waiting first, each with the bytes it needs room for: 0
    /// between packets. Used by whoever holds its monitor.
    private final SequencedMap<Channel, Integer> waiting = new LinkedHashMap<>();

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

    /// How many there may be; with more nothing is read.
    long most() {
        return most;
    }

    void add(long size) {
        bytes.addAndGet(size);
    }

    /// Messages are acknowledged, or their connection has ended.
    void give(long size) {
        if (size > 0) {
            bytes.addAndGet(-size);
            resume();
        }
    }

    /// Counts a packet of which the most is still to come, or lets its connection wait until there
    /// is room; then it is counted.
    void admit(Channel channel, int size) {
        if (bytes.addAndGet(size) > most) {
            pause(channel, size);
            // Lets this one go on too, where it is larger than all that may be.
            give(size);
        } else if (!channel.config().isAutoRead() && leave(channel) >= 0) {
            channel.config().setAutoRead(true);
        }
    }

    /// Reads nothing more from this connection for now, if there is too much already.
    void pauseIfFull(Channel channel) {
        if (bytes.get() > most) {
            pause(channel, 0);
            // What was given back in between has not seen this connection.
            resume();
        }
    }

    /// Pauses a connection anew that waits and was set reading by the broker library.
    void holdBack(Channel channel) {
        synchronized (waiting) {
            if (waiting.containsKey(channel)) {
                channel.config().setAutoRead(false);
            }
        }
    }

    /// This connection waits no longer.
    ///
    /// @return the bytes for which it has waited, and which are not counted; -1 if it did not wait
    int leave(Channel channel) {
        synchronized (waiting) {
            Integer needed = waiting.remove(channel);
            return needed == null ? -1 : needed;
        }
    }

    /// The bytes now.
    long now() {
        return bytes.get();
    }

    /// How many connections wait.
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void pause(Channel channel, int needed) {
        channel.config().setAutoRead(false);
        synchronized (waiting) {
            waiting.put(channel, needed);
        }
    }

    private void resume() {
        for (Channel channel : thoseToResume()) {
            channel.config().setAutoRead(true);
        }
    }

    /// Takes them out before they read again: one that is paused anew meanwhile must not be missed.
    ///
    /// While more than half is under way there is something to be given back, and so a next turn.
    private List<Channel> thoseToResume() {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                return List.of();
            }
            var free = new ArrayList<Channel>();
            while (!waiting.isEmpty()) {
                int needed = waiting.firstEntry().getValue();
                long now = bytes.get();
                // One that is very large would otherwise wait until all others are silent.
                if (now + Math.min(needed, most / 2) > most) {
                    break;
                }
                bytes.addAndGet(needed);
                free.add(waiting.pollFirstEntry().getKey());
                if (now > most / 2) {
                    break;
                }
            }
            return free;
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
