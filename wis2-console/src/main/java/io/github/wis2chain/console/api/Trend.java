package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunListener;
import io.github.wis2chain.engine.run.StepRecord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the runs of the last hour did, minute by minute, for small charts. Lives in memory and is
/// empty after a start; the durable figures are in the ledger. Safe for any thread.
public final class Trend implements RunListener {

    /// How many minutes are kept, the current one included.
    public static final int MINUTES = 60;

    private static final String VALIDATE = "validate";
    private static final String VERIFY = "verify-data";

    private final InstantSource clock;
    private final Instant start;
    private final Slot[] slots = new Slot[MINUTES];

    Trend(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    /// When the node started, as long as that is within the minutes that are kept: they tell nothing
    /// of what was before.
    public Optional<Instant> startedAt() {
        return minute(start) > minute(clock.instant()) - MINUTES
                ? Optional.of(start)
                : Optional.empty();
    }

    @Override
    public synchronized void ended(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        boolean counts = !(outcome instanceof Outcome.Held || outcome instanceof Outcome.Yielded);
        if (claim.history().steps().isEmpty() && counts) {
            slot(claim.event().receivedAt()).ifPresent(slot -> slot.received++);
        }
        Optional<Slot> current = slot(now);
        current.ifPresent(slot -> {
            if (passedNow(outcome, VALIDATE)) {
                slot.validated++;
            }
            if (passedNow(outcome, VERIFY)) {
                slot.checked++;
            }
            switch (outcome) {
                case Outcome.Succeeded _ -> {
                    slot.published++;
                    slot.latency.add(Duration.between(claim.event().receivedAt(), now));
                }
                case Outcome.Failed _ -> slot.failed++;
                case Outcome.Unchanged _, Outcome.Later _, Outcome.Yielded _, Outcome.Held _ -> {}
            }
        });
    }

    /// The minutes up to now, oldest first.
    public synchronized List<Minute> minutes() {
        long current = minute(clock.instant());
        List<Minute> minutes = new ArrayList<>(MINUTES);
        for (long each = current - MINUTES + 1; each <= current; each++) {
            Slot slot = slots[(int) (each % MINUTES)];
            minutes.add(slot != null && slot.minute == each ? slot.view() : Minute.NONE);
        }
        return List.copyOf(minutes);
    }

    /// The step passed in the last attempt and in none before, so that a run which is tried often
    /// counts once.
    private static boolean passedNow(Outcome outcome, String step) {
        List<StepRecord> steps = outcome.history().steps();
        List<StepRecord> passes =
                steps.stream()
                        .filter(each -> each.step().equals(step) && each.failure().isEmpty())
                        .toList();
        return !passes.isEmpty() && passes.getFirst().attempt() == steps.getLast().attempt();
    }

    /// The slot of an instant; none for what is older than the oldest that is kept.
    private Optional<Slot> slot(Instant instant) {
        long wanted = minute(instant);
        long current = minute(clock.instant());
        if (wanted > current || wanted <= current - MINUTES) {
            return Optional.empty();
        }
        int index = (int) (wanted % MINUTES);
        Slot slot = slots[index];
        if (slot == null || slot.minute != wanted) {
            slot = new Slot(wanted);
            slots[index] = slot;
        }
        return Optional.of(slot);
    }

    private static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    /// What happened in one minute.
    ///
    /// @param received events that came in and were tried at least once
    /// @param p50 half of the runs that published took at most this long; empty if there were none
    /// @param p95 nearly all of them did
    public record Minute(
            long received,
            long validated,
            long checked,
            long published,
            long failed,
            Optional<Duration> p50,
            Optional<Duration> p95) {

        static final Minute NONE = new Minute(0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
    }

    private static final class Slot {

        private final long minute;
        private final Latency latency = new Latency();
        private long received;
        private long validated;
        private long checked;
        private long published;
        private long failed;

        Slot(long minute) {
            this.minute = minute;
        }

        Minute view() {
            return new Minute(
                    received,
                    validated,
                    checked,
                    published,
                    failed,
                    latency.quantile(0.5),
                    latency.quantile(0.95));
        }
    }

    /// Durations by their order of magnitude, eight to a doubling: right within a tenth.
    private static final class Latency {

        private static final int PER_DOUBLING = 8;

        private final long[] counts = new long[32 * PER_DOUBLING];

        void add(Duration took) {
            double doublings = Math.log((double) Math.max(1, took.toMillis())) / Math.log(2);
            counts[Math.min(counts.length - 1, (int) (doublings * PER_DOUBLING))]++;
        }

        Optional<Duration> quantile(double part) {
            long all = IntStream.range(0, counts.length).mapToLong(i -> counts[i]).sum();
            long passed = 0;
            for (int i = 0; all > 0 && i < counts.length; i++) {
                passed += counts[i];
                if (passed >= part * all) {
                    return Optional.of(
                            Duration.ofMillis(Math.round(Math.pow(2, (i + 0.5) / PER_DOUBLING))));
                }
            }
            return Optional.empty();
        }
    }
}
