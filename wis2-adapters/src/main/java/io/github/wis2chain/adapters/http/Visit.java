package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.DataServer;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.StepBusy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One link: the visits to one server after the other, until there is an answer. For one thread.
///
/// @param <T> what is made of the answer
final class Visit<T> {

    /// Statuses that name another place for the data.
    static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /// An error page of at most this many bytes is read, so that the connection can be used again.
    private static final long SHORT = 8 * 1024;

    private final LinkSettings settings;
    private final Lane.Map lanes;
    private final Connector connector;
    private final LinkFailures failures;
    private final boolean mayAppear;
    private final Watch watch;
    private final Reading<T> reading;
    private @Nullable Target next;

    /// Whether the server that is being asked was reached.
    private boolean reached;

    /// @param failures of the link as it was given
    /// @param mayAppear a file that is not there may be there later
    Visit(
            LinkSettings settings,
            Lane.Map lanes,
            Connector connector,
            LinkFailures failures,
            boolean mayAppear,
            Watch watch,
            Reading<T> reading) {
        this.settings = settings;
        this.lanes = lanes;
        this.connector = connector;
        this.failures = failures;
        this.mayAppear = mayAppear;
        this.watch = watch;
        this.reading = reading;
    }

    /// Follows redirects until there are data.
    ///
    /// @param waits whether a place is waited for as long as a download may take, and not only for a turn
    ///     that is near
    T from(Target first, boolean waits) throws InterruptedException, StepBusy {
        Set<URI> seen = new HashSet<>();
        Target target = first;
        while (true) {
            seen.add(target.href());
            Optional<T> found = at(target, waits);
            if (found.isPresent()) {
                return found.get();
            }
            target = checked(target, next, seen);
        }
    }

    private Target checked(Target from, @Nullable Target to, Set<URI> seen) {
        if (to == null) {
            throw new IllegalStateException("the last answer was no redirect");
        }
        if (seen.contains(to.href())) {
            throw failures.permanent(
                    FailureCode.LINK_STATUS,
                    "%s is redirected in a circle, back to %s."
                            .formatted(failures.href(), to.href()));
        }
        if (seen.size() > settings.redirects()) {
            throw failures.permanent(
                    FailureCode.LINK_STATUS,
                    "%s is redirected more than %d times, at last to %s."
                            .formatted(failures.href(), settings.redirects(), to.href()));
        }
        if (from.site().secure() && !to.site().secure()) {
            throw failures.permanent(
                    FailureCode.LINK_REFUSED,
                    "%s is redirected from https to the unprotected %s."
                            .formatted(failures.href(), to.href()));
        }
        return to;
    }

    /// Asks one server.
    ///
    /// @return what was found; empty if it redirected
    private Optional<T> at(Target target, boolean waits) throws InterruptedException, StepBusy {
        Target.Site site = target.site();
        Lane lane = lanes.of(site);
        try {
            DataServer server = DataServer.of(target.href());
            boolean in =
                    waits
                            ? lane.await(settings.turnTimeout(), watch.leftToWait())
                            : lane.enter(watch.leftToWait(settings.turnTimeout()));
            if (!in) {
                throw new StepBusy(
                        underWay(settings.perHost(), site), server.name(), lane.comeBackAfter());
            }
            try {
                watch.start();
                return inTurn(target, lane);
            } finally {
                watch.stop();
                lane.leave();
            }
        } finally {
            lanes.release(site);
        }
    }

    private static String underWay(int downloads, Target.Site site) {
        return downloads == 1
                ? "A download from %s is under way, and there may be no second.".formatted(site)
                : "%d downloads from %s are under way, as many as there may be."
                        .formatted(downloads, site);
    }

    private Optional<T> inTurn(Target target, Lane lane) throws InterruptedException {
        reached = false;
        try {
            Connection kept = lane.take();
            if (kept != null) {
                reached = true;
                long before = kept.received();
                try {
                    return over(kept, target, lane);
                } catch (IOException failed) {
                    // A server may close an idle connection just as it is used again.
                    boolean untouched = kept.received() == before;
                    if (!untouched || watch.isOver() || Thread.currentThread().isInterrupted()) {
                        throw failed;
                    }
                    reached = false;
                }
            }
            return over(open(target.site()), target, lane);
        } catch (IOException failed) {
            if (Thread.interrupted()) {
                InterruptedException interrupted =
                        new InterruptedException("interrupted while following a link");
                interrupted.initCause(failed);
                throw interrupted;
            }
            if (watch.isOver()) {
                throw failures.tooSlow(target, settings.timeout(), failed);
            }
            throw reached ? failures.broken(target, failed) : failures.unreachable(target, failed);
        }
    }

    private Connection open(Target.Site site) throws IOException, InterruptedException {
        Connection connection = connector.open(site, watch, failures);
        reached = true;
        if (site.secure()) {
            watch.guard(connection);
            connector.secure(connection, site);
        }
        return connection;
    }

    private Optional<T> over(Connection connection, Target target, Lane lane) throws IOException {
        boolean reusable = false;
        watch.guard(connection);
        try {
            connection.send(target.request());
            Head head = connection.readHead();
            if (!reading.takes(head.status()) && head.length().orElse(Long.MAX_VALUE) <= SHORT) {
                connection.readBody(head, (bytes, offset, count) -> {});
                reusable = head.keepsAlive();
            }
            Optional<T> found = judged(head, connection, target);
            if (found.isPresent()) {
                reusable = reading.readsBody() && head.keepsAlive() && head.endsByItself();
            }
            return found;
        } finally {
            if (watch.release() && reusable) {
                lane.give(connection);
            } else {
                connection.close();
            }
        }
    }

    private Optional<T> judged(Head head, Connection connection, Target target) throws IOException {
        if (reading.takes(head.status())) {
            return Optional.of(reading.of(head, connection, target));
        }
        if (REDIRECTS.contains(head.status())) {
            next = redirected(head, target);
            return Optional.empty();
        }
        throw switch (head.status()) {
            case 404 -> failures.status(target, head, mayAppear);
            case 408, 425, 429 -> failures.status(target, head, true);
            default -> failures.status(target, head, head.status() >= 500);
        };
    }

    private Target redirected(Head head, Target target) {
        String location = head.field("location").orElse("");
        if (location.isBlank()) {
            throw failures.permanent(
                    FailureCode.LINK_STATUS,
                    "%s answered %d without saying where to look instead."
                            .formatted(target.href(), head.status()));
        }
        try {
            return Target.of(target.href().resolve(location));
        } catch (IllegalArgumentException malformed) {
            throw failures.permanent(
                    FailureCode.LINK_STATUS,
                    "%s is redirected to [%s], which is not a URL."
                            .formatted(target.href(), LinkFailures.printable(location)));
        }
    }
}
