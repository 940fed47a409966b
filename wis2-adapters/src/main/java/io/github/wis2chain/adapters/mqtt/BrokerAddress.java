package io.github.wis2chain.adapters.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where a broker is and how it is spoken to.
///
/// @param host a name or an IP address; it is resolved anew for every connection
/// @param port 1 to 65535
/// @param path the path of the WebSocket, beginning with a slash; `/` otherwise
public record BrokerAddress(Transport transport, String host, int port, String path) {

    /// What carries the MQTT packets.
    public enum Transport {
        /// TCP.
        MQTT(1883, false, false),
        /// TLS over TCP.
        MQTTS(8883, true, false),
        /// A WebSocket.
        WS(8081, false, true),
        /// A WebSocket over TLS.
        WSS(8443, true, true);

        private final int port;
        private final boolean encrypted;
        private final boolean webSocket;

        Transport(int port, boolean encrypted, boolean webSocket) {
            this.port = port;
            this.encrypted = encrypted;
            this.webSocket = webSocket;
        }

        /// The port where none is given: 1883, 8883, 8081 or 8443, the ones of the embedded broker.
        public int defaultPort() {
            return port;
        }

        public boolean encrypted() {
            return encrypted;
        }

        public boolean webSocket() {
            return webSocket;
        }

        private String scheme() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BrokerAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a broker's address must name a host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "broker port [%d] must be between 1 and 65535".formatted(port));
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "WebSocket path [%s] must begin with a slash".formatted(path));
        }
        if (!transport.webSocket() && !path.equals("/")) {
            throw new IllegalArgumentException(
                    "broker address has the path [%s], which only ws and wss have".formatted(path));
        }
    }

    /// Reads `mqtt`, `mqtts`, `ws` or `wss`, `://host`, and optionally `:port` and a `/path`.
    ///
    /// @throws IllegalArgumentException one sentence for the operator
    public static BrokerAddress parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "broker address is not a URL: %s".formatted(e.getReason()), e);
        }
        // Before anything quotes the URL: what stands before an @ is probably a password.
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException(
                    "broker address must not hold user and password; they have settings of their"
                            + " own");
        }
        Transport transport = transport(uri, url);
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "broker address [%s] must have the form %s://host:port%s"
                            .formatted(
                                    url, transport.scheme(), transport.webSocket() ? "/path" : ""));
        }
        int port = uri.getPort() == -1 ? transport.defaultPort() : uri.getPort();
        String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        return new BrokerAddress(transport, withoutBrackets(uri.getHost()), port, path);
    }

    private static Transport transport(URI uri, String url) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return Arrays.stream(Transport.values())
                .filter(each -> each.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "broker address [%s] must begin with one of %s"
                                        .formatted(url, schemes())));
    }

    private static String schemes() {
        return Arrays.stream(Transport.values())
                .map(each -> each.scheme() + "://")
                .collect(Collectors.joining(", "));
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// The address as a URL.
    @Override
    public String toString() {
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return "%s://%s:%d%s"
                .formatted(transport.scheme(), authority, port, transport.webSocket() ? path : "");
    }
}
