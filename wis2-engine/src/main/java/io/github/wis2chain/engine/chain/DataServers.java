package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Remembers from which data servers the last fetch failed, and which are busy. It asks them nothing itself: what it
/// knows comes from the links that runs follow. Safe for any thread.
public final class DataServers implements LinkVerifier {

    private static final Logger log = LoggerFactory.getLogger(DataServers.class);

    /// A server that nobody asked again for so long may be well.
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /// Whoever was told to come back later is back before.
    private static final Duration NOT_BUSY_AFTER = Duration.ofSeconds(30);

    /// Links come from outside, and may name a new host each time.
    private static final int MOST = 100;

    /// What a server, or the way to it, is at fault for, besides some answers with a bad status; the
    /// other codes are about the link itself or about its data.
    private static final Set<String> SERVERS_FAULT =
            EnumSet.of(
                            FailureCode.LINK_UNREACHABLE,
                            FailureCode.LINK_BROKEN,
                            FailureCode.LINK_UNTRUSTED,
                            FailureCode.LINK_TOO_SLOW)
                    .stream()
                    .map(FailureCode::code)
                    .collect(Collectors.toUnmodifiableSet());

    private final LinkVerifier verifier;
    private final InstantSource clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<String, Busy> busy = new ConcurrentHashMap<>();

    /// @param verifier follows the links
    public DataServers(LinkVerifier verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /// A server from which nothing was fetched since a failure.
    ///
    /// @param server host, and port if the link has one
    /// @param since the first of the failures in a row
    /// @param failures how many in a row
    /// @param last the last of them
    public record Trouble(String server, Instant since, Instant at, int failures, Failure last) {

        private Trouble again(Instant now, Failure failure) {
            return new Trouble(server, since, now, failures + 1, failure);
        }
    }

    /// A server from which as many downloads are under way as there may be, so that others were told
    /// to come back later.
    ///
    /// @param server host, and port if the link has one
    /// @param since when the first of them was told so; in between there was always one
    /// @param at when the last of them was told so
    public record Busy(String server, Instant since, Instant at) {

        private Busy again(Instant now) {
            return new Busy(server, since, now);
        }

        /// How long it has been so.
        public Duration lasts() {
            return Duration.between(since, at);
        }
    }

    @Override
    public Evidence fetch(Request request, boolean waits) throws InterruptedException, StepBusy {
        String server = DataServer.of(request.href()).name();
        try {
            Evidence evidence = verifier.fetch(request, waits);
            troubles.remove(server);
            return evidence;
        } catch (StepBusy full) {
            note(full);
            throw full;
        } catch (StepFailure failure) {
            if (isServersFault(request, failure.failure())) {
                note(server, failure.failure());
            }
            throw failure;
        }
    }

    /// A status is that of the link while trying again does not help, and may be while the file may
    /// still appear.
    private static boolean isServersFault(Request request, Failure failure) {
        return failure.code().equals(FailureCode.LINK_STATUS.code())
                ? failure.temporary() && !request.mayAppear()
                : SERVERS_FAULT.contains(failure.code());
    }

    /// The servers whose last fetch failed within the last hour, longest first.
    public List<Trouble> troubles() {
        Instant oldest = clock.instant().minus(FORGOTTEN_AFTER);
        troubles.values().removeIf(trouble -> trouble.at().isBefore(oldest));
        return troubles.values().stream()
                .sorted(Comparator.comparing(Trouble::since).thenComparing(Trouble::server))
                .toList();
    }

    /// The servers that are busy, longest first.
    public List<Busy> busy() {
        forgetBusy(clock.instant());
        return busy.values().stream()
                .sorted(Comparator.comparing(Busy::since).thenComparing(Busy::server))
                .toList();
    }

    private void forgetBusy(Instant now) {
        busy.values().removeIf(each -> each.at().isBefore(now.minus(NOT_BUSY_AFTER)));
    }

    private void note(StepBusy full) {
        Instant now = clock.instant();
        forgetBusy(now);
        var first = new Busy(full.culprit(), now, now);
        if (busy.merge(full.culprit(), first, (known, _) -> known.again(now)).equals(first)) {
            log.info("{} Runs that find it so come back when there may be room.", full.text());
        }
    }

    private void note(String server, Failure failure) {
        Instant now = clock.instant();
        troubles.merge(
                server,
                new Trouble(server, now, now, 1, failure),
                (known, _) -> known.again(now, failure));
        if (troubles.size() > MOST) {
            troubles.values().stream()
                    .min(Comparator.comparing(Trouble::at))
                    .ifPresent(stalest -> troubles.remove(stalest.server(), stalest));
        }
    }
}
