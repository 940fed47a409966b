package io.github.wis2chain.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// The ports that the demonstration listens on.
///
/// @param mqtt MQTT over TCP
/// @param websocket MQTT over WebSocket, path `/`
/// @param api the REST API
record Ports(int mqtt, int websocket, int api) {

    /// Those that a node has by default, and that the older system's commands use.
    static final Ports USUAL = new Ports(1883, 8081, 8080);

    /// Three that nobody listens on at this moment.
    static Ports free() throws IOException {
        try (var first = open();
                var second = open();
                var third = open()) {
            return new Ports(first.getLocalPort(), second.getLocalPort(), third.getLocalPort());
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
