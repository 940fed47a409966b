package io.github.wis2chain.adapters.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/// Makes sure that every listener is there. A listener whose port is in use does not keep the broker
/// from starting without it.
final class ListenerProbe {

    private static final int CONNECT_MILLIS = 2_000;

    private ListenerProbe() {}

    /// Before the start: every port can be had.
    static void requireFree(List<BrokerListener> listeners) {
        for (BrokerListener listener : listeners) {
            requireFree(listener, new InetSocketAddress(listener.address(), listener.port()));
        }
    }

    /// The port of one listener can be had.
    ///
    /// @param address where it listens, unresolved if its name does not resolve
    static void requireFree(BrokerListener listener, InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new BrokerStartFailure(
                    "The broker cannot listen on [%s] (%s): the name does not resolve. Set broker.embedded.bind to an address of this machine, such as 127.0.0.1 or 0.0.0.0."
                            .formatted(listener.address(), listener));
        }
        try (var socket = new ServerSocket()) {
            // A port in TIME_WAIT after a restart is free for the broker too.
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw refused(listener, address, e);
        }
    }

    /// After the start: every port answers.
    static void requireOpen(List<BrokerListener> listeners) {
        for (BrokerListener listener : listeners) {
            try (var socket = new Socket()) {
                socket.connect(reachable(listener), CONNECT_MILLIS);
            } catch (IOException e) {
                throw inUse(listener, e);
            }
        }
    }

    private static InetSocketAddress reachable(BrokerListener listener) {
        var bound = new InetSocketAddress(listener.address(), listener.port());
        boolean any = bound.getAddress() != null && bound.getAddress().isAnyLocalAddress();
        return any
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port())
                : bound;
    }

    /// Why a port cannot be had; the system says it in words of its own.
    private static BrokerStartFailure refused(
            BrokerListener listener, InetSocketAddress address, IOException cause) {
        String why = String.valueOf(cause.getMessage());
        if (why.contains("Permission denied")) {
            return new BrokerStartFailure(
                    "The broker may not listen on port %d (%s): ports below 1024 need a right that this account does not have. Give the broker a port from 1024 on, or the account the capability CAP_NET_BIND_SERVICE."
                            .formatted(listener.port(), listener),
                    cause);
        }
        if (why.contains("Cannot assign requested address") || !isOfThisMachine(address)) {
            return new BrokerStartFailure(
                    "The broker cannot listen on [%s] (%s): no network interface of this machine has this address. Set broker.embedded.bind to one that it has, such as 127.0.0.1 or 0.0.0.0."
                            .formatted(listener.address(), listener),
                    cause);
        }
        return inUse(listener, cause);
    }

    private static boolean isOfThisMachine(InetSocketAddress address) {
        try {
            return address.getAddress().isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address.getAddress()) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static BrokerStartFailure inUse(BrokerListener listener, IOException cause) {
        return new BrokerStartFailure(
                "The broker cannot listen on port %d (%s): %s. Stop what uses the port, or give the broker another one."
                        .formatted(listener.port(), listener, cause.getMessage()),
                cause);
    }
}
