package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.FailureCode;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocketFactory;

/// Opens connections. The addresses of a name are looked up once and all of them checked, and
/// exactly those are connected to.
final class Connector {

    private final LinkSettings settings;
    private final AddressGuard guard;
    private final Names names;
    private final Supplier<SSLSocketFactory> tls;

    /// @param tls asked for each connection with https
    Connector(LinkSettings settings, Names names, Supplier<SSLSocketFactory> tls) {
        this.settings = settings;
        this.guard = AddressGuard.allowing(settings.allow());
        this.names = names;
        this.tls = tls;
    }

    /// A connection to a server, without what protects it.
    ///
    /// @throws io.github.wis2chain.engine.run.StepFailure if its name is not resolved in time, or
    ///     leads to an address that is not to be connected to
    Connection open(Target.Site site, Watch watch, LinkFailures failures)
            throws IOException, InterruptedException {
        return Connection.open(
                addresses(site, watch, failures), site.port(), () -> connectMillis(watch));
    }

    /// Protects a new connection to a site with https; closes it where that fails.
    void secure(Connection connection, Target.Site site) throws IOException {
        try {
            connection.secure(tls.get(), site.host(), site.port());
        } catch (IOException failed) {
            connection.close();
            throw failed;
        }
    }

    private List<InetAddress> addresses(Target.Site site, Watch watch, LinkFailures failures)
            throws IOException, InterruptedException {
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
        return addresses;
    }

    private int connectMillis(Watch watch) {
        return Math.toIntExact(watch.left(settings.connectTimeout()).toMillis());
    }
}
