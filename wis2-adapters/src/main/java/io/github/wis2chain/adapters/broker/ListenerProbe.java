package io.github.wis2chain.adapters.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/// Makes sure that every listener is there. A listener whose port is in use does not keep the broker
/// from starting without it.
final class ListenerProbe {

    private static final int CONNECT_MILLIS = 2_000;

    private ListenerProbe() {}

    /// Before the start: every port can be had.
    static void requireFree(List<BrokerListener> listeners) {
        for (BrokerListener listener : listeners) {
            try (var socket = new ServerSocket()) {
                // A port in TIME_WAIT after a restart is free for the broker too.
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(listener.address(), listener.port()));
            } catch (IOException e) {
                throw inUse(listener, e);
            }
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

    private static BrokerStartFailure inUse(BrokerListener listener, IOException cause) {
        return new BrokerStartFailure(
                "The broker cannot listen on port %d (%s): %s. Stop what uses the port, or give the broker another one."
                        .formatted(listener.port(), listener, cause.getMessage()),
                cause);
    }
}
