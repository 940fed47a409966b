package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// All that the embedded broker needs to know.
///
/// @param folder where it keeps sessions, queues and retained messages; made if absent, and its own
/// @param certificate for the encrypted listeners; they need one
/// @param websocketPath where WebSocket clients knock, `/` by default
public record BrokerSettings(
        Path folder,
        List<BrokerListener> listeners,
        Optional<TlsFiles> certificate,
        String websocketPath,
        List<BrokerUser> users,
        BrokerLimits limits) {

    /// The operator's certificate.
    ///
    /// @param chain PEM file: the server's certificate, then those between it and the root
    /// @param key PEM file: the private key in PKCS #8 form, not encrypted
    public record TlsFiles(Path chain, Path key) {

        /// Reads both files.
        ///
        /// @throws BrokerStartFailure if they cannot be used together, one sentence
        public void requireUsable() {
            PemIdentity.read(this);
        }
    }

    public BrokerSettings {
        listeners = List.copyOf(listeners);
        users = List.copyOf(users);
        if (listeners.isEmpty()) {
            throw new IllegalArgumentException("the embedded broker must have a listener");
        }
        var doors = new HashSet<Integer>();
        for (BrokerListener listener : listeners) {
            if (listener.port() != 0 && !doors.add(listener.port())) {
                throw new IllegalArgumentException(
                        "port [%d] is given to two listeners of the embedded broker"
                                .formatted(listener.port()));
            }
            if (listener.transport().encrypted() && certificate.isEmpty()) {
                throw new IllegalArgumentException(
                        "the listener %s must have a certificate".formatted(listener));
            }
        }
        if (!websocketPath.matches("/[0-9A-Za-z._~/-]*")) {
            throw new IllegalArgumentException(
                    "WebSocket path [%s] must begin with / and have letters, digits and ._~/- only"
                            .formatted(websocketPath));
        }
        var names = new HashSet<String>();
        for (BrokerUser user : users) {
            if (!names.add(user.name())) {
                throw new IllegalArgumentException(
                        "broker user [%s] is given twice".formatted(user.name()));
            }
        }
    }

    /// The default listeners, reachable from this machine only: 1883 and 8081, and with a
    /// certificate 8883 and 8443 too.
    public static BrokerSettings onLoopback(
            Path folder, Optional<TlsFiles> certificate, List<BrokerUser> users) {
        var listeners = new ArrayList<BrokerListener>();
        listeners.add(new BrokerListener(Transport.TCP, "127.0.0.1", 1883));
        listeners.add(new BrokerListener(Transport.WEBSOCKET, "127.0.0.1", 8081));
        if (certificate.isPresent()) {
            listeners.add(new BrokerListener(Transport.TLS, "127.0.0.1", 8883));
            listeners.add(new BrokerListener(Transport.SECURE_WEBSOCKET, "127.0.0.1", 8443));
        }
        return new BrokerSettings(folder, listeners, certificate, "/", users, BrokerLimits.DEFAULT);
    }

    /// The same settings with these listeners.
    public BrokerSettings withListeners(List<BrokerListener> others) {
        return new BrokerSettings(folder, others, certificate, websocketPath, users, limits);
    }

    /// The same settings with these limits.
    public BrokerSettings withLimits(BrokerLimits others) {
        return new BrokerSettings(folder, listeners, certificate, websocketPath, users, others);
    }
}
