package io.github.wis2chain.adapters.broker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The bytes of all packets that are being received, and of all messages that the broker has taken
/// and not yet acknowledged. While there are too many, nothing more is read from those who publish,
/// and nobody begins a packet that has no room: the network holds them back. As soon as there is
/// room, every acknowledgement lets go on whoever has waited longest, and with them as many as there
/// is room for; when half is free, all go on. Safe for any thread.
///
/// A packet whose room is counted is read to its end, whatever else comes: were it paused halfway,
/// all could wait for each other.
final class BytesInFlight {

    /// The part of the heap that messages under way may have: the broker and the journal each make a
    /// copy of what they work on.
    private static final int PART_OF_HEAP = 8;

    /// A packet up to this size waits behind nobody: it is as much as is read at once.
    private static final int SMALL = 64 << 10;

    private final int largestPacket;
    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    /// Connections that wait, the longest waiting first. Used by whoever holds its monitor, and so
    /// are their valves.
    private final SequencedMap<Valve, Wish> waiting = new LinkedHashMap<>();

    private final CountDownLatch placed = new CountDownLatch(1);

    /// What a connection waits for.
    ///
    /// @param size the bytes it needs room for; 0 between packets
    private record Wish(int size, Runnable counted) {

        static final Wish TO_GO_ON = new Wish(0, () -> {});
    }

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
    /// is room; then it is counted. To be called by the connection's own thread.
    ///
    /// While others wait, only what is small passes them: what is large would never find room.
    ///
    /// @param counted what this thread does as soon as the packet is counted
    void admit(Valve valve, int size, Runnable counted) {
        synchronized (waiting) {
            boolean behind = size > SMALL && othersWait(valve);
            if (!behind && bytes.get() + size <= most) {
                bytes.addAndGet(size);
                if (waiting.remove(valve) == null) {
                    counted.run();
                } else {
                    valve.release(counted);
                }
                return;
            }
            hold(valve, new Wish(size, counted));
        }
        // Lets this one go on too, where it is larger than all that may be.
        resume();
    }

    private boolean othersWait(Valve valve) {
        return waiting.size() > (waiting.containsKey(valve) ? 1 : 0);
    }

    /// Reads nothing more from this connection for now, if there is too much already. To be called
    /// by the connection's own thread.
    void pauseIfFull(Valve valve) {
        if (bytes.get() > most) {
            synchronized (waiting) {
                hold(valve, Wish.TO_GO_ON);
            }
        }
        // What was given back in between has not seen this connection; and one that has read and
        // may go on lets others go on too.
        resume();
    }

    /// This connection waits no longer, and whoever is behind it may have its turn.
    ///
    /// @return the bytes for which it has waited, and which are not counted
    int leave(Valve valve) {
        Wish wish;
        synchronized (waiting) {
            wish = waiting.remove(valve);
            if (wish == null) {
                return 0;
            }
            valve.release();
        }
        resume();
        return wish.size();
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

    /// Whoever waits already keeps its place.
    private void hold(Valve valve, Wish wish) {
        waiting.put(valve, wish);
        valve.hold();
    }

    /// Takes them out before they read again: one that is held anew meanwhile must not be missed.
    ///
    /// Who waits between packets may have nothing to send. So while more than half is under way, as
    /// many of them go on at once as have room for what each reads at once.
    private void resume() {
        synchronized (waiting) {
            long expected = 0;
            while (!waiting.isEmpty()) {
                Wish wish = waiting.firstEntry().getValue();
                long now = bytes.get();
                if (now > most / 2) {
                    now += expected;
                }
                // One that is very large would otherwise wait until all others are silent.
                if (now + Math.min(wish.size(), most / 2) > most) {
                    return;
                }
                bytes.addAndGet(wish.size());
                expected += wish.size() == 0 ? SMALL : 0;
                waiting.pollFirstEntry().getKey().release(wish.counted());
            }
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
