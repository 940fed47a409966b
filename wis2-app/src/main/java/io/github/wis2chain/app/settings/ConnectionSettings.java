package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// How to reach an MQTT broker.
///
/// @param url `mqtt`, `mqtts`, `ws` or `wss`, with host, port (else 1883, 8883, 8081, 8443) and, for
///     WebSocket, the path
/// @param tls used with `mqtts` and `wss` only
/// @param keepAlive whole seconds, at most 18 hours; zero switches it off
/// @param connectTimeout how long one attempt to connect may take
public record ConnectionSettings(
        URI url,
        Optional<String> user,
        Optional<Secret> password,
        TlsSettings tls,
        Optional<ProxySettings> proxy,
        Protocol protocol,
        Duration keepAlive,
        Duration connectTimeout) {

    /// The versions of MQTT that are spoken.
    public enum Protocol {
        MQTT_5,
        MQTT_3_1_1
    }

    private static final Type<Protocol> PROTOCOL =
            new Type<>(
                    "5 or 3.1.1",
                    text ->
                            switch (text) {
                                case "5", "5.0" -> Protocol.MQTT_5;
                                case "3.1.1" -> Protocol.MQTT_3_1_1;
                                default -> throw new IllegalArgumentException("");
                            });

    private static final Set<String> ENCRYPTED = Set.of("mqtts", "wss");

    private static final Duration LONGEST_KEEP_ALIVE = Duration.ofSeconds(65_535);

    public ConnectionSettings {
        if (password.isPresent() != user.isPresent()) {
            throw new IllegalArgumentException(
                    "user and password go together; only one of them is given");
        }
        if (!ENCRYPTED.contains(url.getScheme()) && !tls.equals(TlsSettings.DEFAULT)) {
            throw new IllegalArgumentException(
                    "tls is set but url [%s] is not encrypted; use mqtts:// or wss://"
                            .formatted(url));
        }
        if (keepAlive.compareTo(LONGEST_KEEP_ALIVE) > 0) {
            throw new IllegalArgumentException(
                    "keep-alive must be at most 65535s (MQTT 5, 3.1.2.10)");
        }
        if (url.getPath() != null
                && url.getPath().length() > 1
                && !url.getScheme().startsWith("ws")) {
            throw new IllegalArgumentException(
                    "url [%s] has a path; only ws and wss have one".formatted(url));
        }
    }

    static Value<ConnectionSettings> read(Section section) {
        var url = section.required("url", Types.url("mqtt", "mqtts", "ws", "wss"));
        var user = section.optional("user", Types.TEXT);
        var password = section.secret("password");
        var tls = section.section("tls", TlsSettings::read);
        var proxy = section.optionalSection("proxy", ProxySettings::read);
        var protocol = section.optional("protocol", PROTOCOL, "5");
        var keepAlive = section.optional("keep-alive", Types.DURATION, "60s");
        var connectTimeout = section.optional("connect-timeout", Types.DURATION, "10s");
        return section.build(() ->
                new ConnectionSettings(
                        url.get(),
                        user.get(),
                        password.get(),
                        tls.get(),
                        proxy.get(),
                        protocol.get(),
                        keepAlive.get(),
                        connectTimeout.get()));
    }
}
