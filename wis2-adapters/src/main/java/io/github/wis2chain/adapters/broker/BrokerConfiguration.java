package io.github.wis2chain.adapters.broker;

/// The broker's configuration file, written by us because a file with a fault would not stop it: it
/// would go on with defaults, on all addresses.
final class BrokerConfiguration {

    private BrokerConfiguration() {}

    /// The file's text.
    ///
    /// @param keyStore path and password of the key store, used by encrypted listeners only
    static String text(BrokerSettings settings, KeyStoreEntry keyStore) {
        var xml = new StringBuilder(4_096);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<hivemq>\n<listeners>\n");
        for (int i = 0; i < settings.listeners().size(); i++) {
            BrokerListener listener = settings.listeners().get(i);
            String kind = listener.transport().element();
            xml.append("<").append(kind).append(">\n");
            element(xml, "port", listener.port());
            element(xml, "bind-address", listener.address());
            element(xml, "name", nameOf(i));
            if (listener.transport().overHttp()) {
                element(xml, "path", settings.websocketPath());
                xml.append("<subprotocols><subprotocol>mqtt</subprotocol></subprotocols>\n");
            }
            if (listener.transport().encrypted()) {
                tls(xml, keyStore);
            }
            xml.append("</").append(kind).append(">\n");
        }
        xml.append("</listeners>\n<mqtt>\n");
        BrokerLimits limits = settings.limits();
        // Discarding the new message and not the oldest keeps what was acknowledged first.
        xml.append("<queued-messages>\n");
        element(xml, "max-queue-size", limits.queuedMessages());
        element(xml, "strategy", "discard");
        xml.append("</queued-messages>\n<session-expiry>\n");
        element(xml, "max-interval", limits.sessionExpiry().toSeconds());
        xml.append("</session-expiry>\n<packets>\n");
        element(xml, "max-packet-size", limits.packetBytes());
        xml.append("</packets>\n<receive-maximum>\n");
        element(xml, "server-receive-maximum", limits.inFlight());
        xml.append("</receive-maximum>\n</mqtt>\n");
        // The broker's maker would otherwise be told of every start.
        xml.append("<anonymous-usage-statistics><enabled>false</enabled>");
        xml.append("</anonymous-usage-statistics>\n</hivemq>\n");
        return xml.toString();
    }

    /// Where the key store lies, and its password.
    record KeyStoreEntry(String path, String password) {}

    /// The name by which the listener of this number is found again after the start.
    static String nameOf(int number) {
        return "listener-" + number;
    }

    private static void tls(StringBuilder xml, KeyStoreEntry keyStore) {
        xml.append("<tls>\n<keystore>\n");
        element(xml, "path", keyStore.path());
        element(xml, "password", keyStore.password());
        element(xml, "private-key-password", keyStore.password());
        xml.append("</keystore>\n<protocols>\n");
        element(xml, "protocol", "TLSv1.3");
        element(xml, "protocol", "TLSv1.2");
        xml.append("</protocols>\n<client-authentication-mode>NONE</client-authentication-mode>\n");
        xml.append("</tls>\n");
    }

    private static void element(StringBuilder xml, String name, Object value) {
        String text = value.toString();
        if (text.contains("${")) {
            // The broker takes it for an environment variable and ends the process if there is
            // none.
            throw new BrokerStartFailure(
                    "The broker's %s [%s] must not contain ${; use another folder."
                            .formatted(name, text));
        }
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        xml.append("<%s>%s</%s>%n".formatted(name, escaped, name));
    }
}
