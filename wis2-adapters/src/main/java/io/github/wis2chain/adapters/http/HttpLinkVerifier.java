package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.Measurement;
import io.github.wis2chain.engine.run.StepBusy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocketFactory;

/// Downloads what links point to over HTTP/1.1, with connections kept for the next download.
///
/// To be called from virtual threads, any number of them: a download blocks its thread, and
/// interrupting a virtual thread ends its download at once.
///
/// A server whose certificate is not trusted is a temporary failure: the fault lies in the server's
/// set-up or in ours, not in the event, and once it is mended every run goes on by itself.
public final class HttpLinkVerifier implements LinkVerifier, AutoCloseable {

    /// An error page of at most this many bytes is read, so that the connection can be used again.
    /// Statuses that name another place for the data.
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final long SHORT = 8 * 1024;

    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final LinkSettings settings;
    private final AddressGuard guard;
    private final Names names;
    private final Supplier<SSLSocketFactory> tls;
    private final Lane.Map lanes;
    private final ScheduledThreadPoolExecutor alarms;

    /// A verifier that trusts the certificate authorities that Java trusts.
    public HttpLinkVerifier(LinkSettings settings) {
        this(settings, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// A verifier with its own idea of whom to trust.
    ///
    /// @param tls asked when a link with https is followed
    public HttpLinkVerifier(LinkSettings settings, Supplier<SSLSocketFactory> tls) {
        this(settings, tls, InetAddress::getAllByName);
    }

    HttpLinkVerifier(LinkSettings settings, Supplier<SSLSocketFactory> tls, Names.Lookup lookup) {
        this.settings = settings;
        this.guard = AddressGuard.allowing(settings.allow());
        this.names = new Names(lookup);
        this.tls = tls;
        this.lanes = new Lane.Map(settings.perHost());
        this.alarms =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("link-alarms").factory());
        alarms.setRemoveOnCancelPolicy(true);
        var _ =
                alarms.scheduleWithFixedDelay(
                        lanes::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Evidence fetch(Request request) throws InterruptedException {
        Target first = Target.of(request.href());
        try (Watch watch = new Watch(settings.timeout(), alarms)) {
            return new Visit<>(
                            request.href(),
                            request.mayAppear(),
                            watch,
                            new Download(request, watch))
                    .from(first);
        }
    }

    /// Opens a link, redirects followed, and leaves the data where they are. Any status but a redirect is an answer.
    ///
    /// @throws io.github.wis2chain.engine.run.StepFailure as [#fetch] does where no server answers
    public Opened open(URI href) throws InterruptedException {
        Target first = Target.of(href);
        try (Watch watch = new Watch(settings.timeout(), alarms)) {
            return new Visit<>(href, false, watch, new Opening()).from(first);
        }
    }

    /// What a server says before it sends data.
    ///
    /// @param mediaType in lower case and without parameters; empty if it says none
    public record Opened(int status, Optional<String> mediaType) {

        /// Whether there are data.
        public boolean isFound() {
            return status >= 200 && status < 300;
        }
    }

    /// What is made of an answer.
    private interface Reading<T> {

        boolean takes(int status);

        /// Whether the body is read to its end, so that the connection can be used again.
        boolean readsBody();

        T of(Head head, Connection connection, Target target) throws IOException;
    }

    /// Takes the head alone.
    private static final class Opening implements Reading<Opened> {

        @Override
        public boolean takes(int status) {
            return !REDIRECTS.contains(status);
        }

        @Override
        public boolean readsBody() {
            return false;
        }

        @Override
        public Opened of(Head head, Connection connection, Target target) {
            String type = head.field("content-type").orElse("").split("[;,]", 2)[0].strip();
            return new Opened(
                    head.status(),
                    Optional.of(type.toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty()));
        }
    }

    /// Measures the data.
    private final class Download implements Reading<Evidence> {

        private final Request request;
        private final Watch watch;

        private Download(Request request, Watch watch) {
            this.request = request;
            this.watch = watch;
        }

        @Override
        public boolean takes(int status) {
            return status == 200;
        }

        @Override
        public boolean readsBody() {
            return true;
        }

        @Override
        public Evidence of(Head head, Connection connection, Target target) throws IOException {
            String encoding = head.field("content-encoding").orElse("identity");
            if (!encoding.equalsIgnoreCase("identity") && !encoding.isEmpty()) {
                throw new LinkFailures(request.href())
                        .permanent(
                                FailureCode.LINK_ENCODED,
                                "%s is sent with the Content-Encoding [%s], although it was asked for as it is."
                                        .formatted(
                                                target.href(), LinkFailures.printable(encoding)));
            }
            Measurement measurement = new Measurement(request, settings.maxSize());
            if (head.length().isPresent()) {
                measurement.expect(head.length().getAsLong());
            }
            connection.readBody(head, measurement::add);
            return measurement.evidence(head.status(), target.href(), watch.taken());
        }
    }

    /// Ends idle connections and the look-out for those in use.
    @Override
    public void close() {
        alarms.shutdownNow();
        lanes.close();
        names.close();
    }

    /// One link: the visits to one server after the other.
    private final class Visit<T> {

        private final URI href;
        private final boolean mayAppear;
        private final Watch watch;
        private final Reading<T> reading;
        private final LinkFailures failures;
        private @Nullable Target next;

        /// Whether the server that is being asked was reached.
        private boolean reached;

        private Visit(URI href, boolean mayAppear, Watch watch, Reading<T> reading) {
            this.href = href;
            this.mayAppear = mayAppear;
            this.watch = watch;
            this.reading = reading;
            this.failures = new LinkFailures(href);
        }

        /// Follows redirects until there are data.
        private T from(Target first) throws InterruptedException {
            Set<URI> seen = new HashSet<>();
            Target target = first;
            while (true) {
                seen.add(target.href());
                Optional<T> found = at(target);
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
                        "%s is redirected in a circle, back to %s.".formatted(href, to.href()));
            }
            if (seen.size() > settings.redirects()) {
                throw failures.permanent(
                        FailureCode.LINK_STATUS,
                        "%s is redirected more than %d times, at last to %s."
                                .formatted(href, settings.redirects(), to.href()));
            }
            if (from.site().secure() && !to.site().secure()) {
                throw failures.permanent(
                        FailureCode.LINK_REFUSED,
                        "%s is redirected from https to the unprotected %s."
                                .formatted(href, to.href()));
            }
            return to;
        }

        /// Asks one server.
        ///
        /// @return what was found; empty if it redirected
        private Optional<T> at(Target target) throws InterruptedException {
            Target.Site site = target.site();
            Lane lane = lanes.of(site);
            try {
                Duration turn =
                        settings.turnTimeout().compareTo(watch.left()) < 0
                                ? settings.turnTimeout()
                                : watch.left();
                if (!lane.enter(turn)) {
                    throw new StepBusy(
                            failures.temporary(
                                            FailureCode.LINK_TOO_SLOW,
                                            "%d downloads from %s are under way, as many as there may be; this one waits for its turn."
                                                    .formatted(settings.perHost(), site),
                                            null)
                                    .failure(),
                            lane.comeBackAfter());
                }
                try {
                    return inTurn(target, lane);
                } finally {
                    lane.leave();
                }
            } finally {
                lanes.release(site);
            }
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
                        if (!untouched
                                || watch.isOver()
                                || Thread.currentThread().isInterrupted()) {
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
                throw reached
                        ? failures.broken(target, failed)
                        : failures.unreachable(target, failed);
            }
        }

        private Connection open(Target.Site site) throws IOException, InterruptedException {
            List<InetAddress> addresses;
            try {
                addresses = names.of(site.host(), watch.left());
            } catch (TimeoutException late) {
                throw failures.temporary(
                        FailureCode.LINK_UNREACHABLE,
                        "The name [%s] was not resolved within %s."
                                .formatted(site.host(), LinkFailures.seconds(settings.timeout())),
                        late);
            }
            for (InetAddress address : addresses) {
                Optional<String> refusal = guard.refusal(site.host(), address);
                if (refusal.isPresent()) {
                    throw failures.permanent(
                            FailureCode.LINK_REFUSED,
                            "%s leads to %s; only public addresses are followed."
                                    .formatted(site, refusal.get()));
                }
            }
            Connection connection = Connection.open(addresses, site.port(), this::connectMillis);
            reached = true;
            if (site.secure()) {
                watch.guard(connection);
                try {
                    connection.secure(tls.get(), site.host(), site.port());
                } catch (IOException failed) {
                    connection.close();
                    throw failed;
                }
            }
            return connection;
        }

        private int connectMillis() {
            return Math.toIntExact(
                    Math.min(settings.connectTimeout().toMillis(), watch.left().toMillis()));
        }

        private Optional<T> over(Connection connection, Target target, Lane lane)
                throws IOException {
            boolean reusable = false;
            watch.guard(connection);
            try {
                connection.send(target.request());
                Head head = connection.readHead();
                if (!reading.takes(head.status())
                        && head.length().orElse(Long.MAX_VALUE) <= SHORT) {
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

        private Optional<T> judged(Head head, Connection connection, Target target)
                throws IOException {
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
}
