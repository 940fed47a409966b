package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final LinkSettings settings;
    private final Names names;
    private final Lane.Map lanes;
    private final Connector connector;
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
        this.names = new Names(lookup);
        this.lanes = new Lane.Map(settings.perHost());
        this.connector = new Connector(settings, names, tls);
        this.alarms =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("link-alarms").factory());
        alarms.setRemoveOnCancelPolicy(true);
        var _ =
                alarms.scheduleWithFixedDelay(
                        lanes::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Evidence fetch(Request request, boolean waits) throws InterruptedException, StepBusy {
        Target first = Target.of(request.href());
        Watch watch = new Watch(settings.timeout(), alarms);
        var download = new Download(request, settings.maxSize(), watch);
        return visit(request.href(), request.mayAppear(), watch, download).from(first, waits);
    }

    /// Opens a link, redirects followed, and leaves the data where they are. Any status but a redirect is an answer.
    ///
    /// @throws StepFailure as [#fetch] does where no server answers
    public Opened open(URI href) throws InterruptedException {
        Target first = Target.of(href);
        Watch watch = new Watch(settings.timeout(), alarms);
        try {
            return visit(href, false, watch, new Opening()).from(first, true);
        } catch (StepBusy busy) {
            throw new StepFailure(LinkVerifier.noPlace(busy), busy);
        }
    }

    private <T> Visit<T> visit(URI href, boolean mayAppear, Watch watch, Reading<T> reading) {
        return new Visit<>(
                settings, lanes, connector, new LinkFailures(href), mayAppear, watch, reading);
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

    /// Ends idle connections and the look-out for those in use.
    @Override
    public void close() {
        alarms.shutdownNow();
        lanes.close();
        names.close();
    }
}
