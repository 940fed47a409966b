package io.github.wis2chain.adapters.broker;

/// A door of the embedded broker: how, where, and on which port MQTT is spoken.
///
/// @param address the local address to bind, `127.0.0.1` for this machine only
/// @param port 1 to 65535, or 0 for any free one
public record BrokerListener(Transport transport, String address, int port) {

    /// The four ways in which MQTT travels.
    public enum Transport {
        TCP("tcp-listener", "mqtt"),
        WEBSOCKET("websocket-listener", "ws"),
        TLS("tls-tcp-listener", "mqtts"),
        SECURE_WEBSOCKET("tls-websocket-listener", "wss");

        private final String element;
        private final String scheme;

        Transport(String element, String scheme) {
            this.element = element;
            this.scheme = scheme;
        }

        String element() {
            return element;
        }

        boolean encrypted() {
            return this == TLS || this == SECURE_WEBSOCKET;
        }

        boolean overHttp() {
            return this == WEBSOCKET || this == SECURE_WEBSOCKET;
        }

        /// The scheme of a URL to this door: `mqtt`, `ws`, `mqtts`, `wss`.
        public String scheme() {
            return scheme;
        }
    }

    public BrokerListener {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "port [%d] of the %s listener must be 0 to 65535"
                            .formatted(port, transport.scheme()));
        }
        if (!address.matches("[0-9A-Za-z.:%_-]+")) {
            throw new IllegalArgumentException(
                    "bind address [%s] of the %s listener must be an IP address or a host name"
                            .formatted(address, transport.scheme()));
        }
    }

    BrokerListener onPort(int actual) {
        return new BrokerListener(transport, address, actual);
    }

    /// As a URL without path: `mqtt://127.0.0.1:1883`.
    @Override
    public String toString() {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return "%s://%s:%d".formatted(transport.scheme(), host, port);
    }
}
