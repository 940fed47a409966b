package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The broker inside this process.
///
/// @param bind the address that its listeners bind to
/// @param port MQTT over TCP; empty for none
/// @param websocketPort MQTT over WebSocket; empty for none
/// @param websocketPath the path that WebSocket clients ask for
/// @param tls encrypted listeners, if there is a certificate
/// @param users who may connect, from `users` and `users-file` together
public record EmbeddedBrokerSettings(
        String bind,
        Optional<Integer> port,
        Optional<Integer> websocketPort,
        String websocketPath,
        Optional<Tls> tls,
        List<UserSettings> users,
        BrokerLimitSettings limits) {

    private static final Type<Optional<Integer>> PORT_OR_OFF = Types.PORT.orOff();

    public EmbeddedBrokerSettings {
        users = List.copyOf(users);
        if (port.isEmpty() && websocketPort.isEmpty() && tls.isEmpty()) {
            throw new IllegalArgumentException(
                    "every listener is off; the broker needs port, websocket-port or tls");
        }
        var ports = new HashSet<Integer>();
        for (int each : ports(port, websocketPort, tls)) {
            if (each != 0 && !ports.add(each)) {
                throw new IllegalArgumentException(
                        "port %d is given to two listeners".formatted(each));
            }
        }
        var names = new HashSet<String>();
        for (UserSettings user : users) {
            if (!names.add(user.name())) {
                throw new IllegalArgumentException(
                        "the user [%s] is given twice".formatted(user.name()));
            }
        }
        if (!websocketPath.startsWith("/")) {
            throw new IllegalArgumentException(
                    "websocket-path [%s] must begin with /".formatted(websocketPath));
        }
    }

    private static List<Integer> ports(
            Optional<Integer> port, Optional<Integer> websocketPort, Optional<Tls> tls) {
        return Stream.of(
                        port,
                        websocketPort,
                        tls.flatMap(Tls::port),
                        tls.flatMap(Tls::websocketPort))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The encrypted listeners.
    ///
    /// @param certificate PEM, with its chain
    /// @param key PEM, PKCS #8
    public record Tls(
            Path certificate, Path key, Optional<Integer> port, Optional<Integer> websocketPort) {

        static Value<Tls> read(Section section) {
            var certificate = section.required("certificate", section.pathType());
            var key = section.required("key", section.pathType());
            var port = section.optional("port", PORT_OR_OFF, "8883");
            var websocketPort = section.optional("websocket-port", PORT_OR_OFF, "8443");
            return section.build(
                    () -> new Tls(certificate.get(), key.get(), port.get(), websocketPort.get()));
        }
    }

    static Value<EmbeddedBrokerSettings> read(Section section) {
        var bind = section.optional("bind", Types.TEXT, "127.0.0.1");
        var port = section.optional("port", PORT_OR_OFF, "1883");
        var websocketPort = section.optional("websocket-port", PORT_OR_OFF, "8081");
        var websocketPath = section.optional("websocket-path", Types.TEXT, "/");
        var tls = section.optionalSection("tls", Tls::read);
        var users = section.sections("users", UserSettings::read);
        var usersFile = section.file("users-file", UserSettings::readFile);
        var limits = section.section("limits", BrokerLimitSettings::read);
        return section.build(() -> {
            var everyone = new ArrayList<>(users.get());
            usersFile.get().ifPresent(everyone::addAll);
            return new EmbeddedBrokerSettings(
                    bind.get(),
                    port.get(),
                    websocketPort.get(),
                    websocketPath.get(),
                    tls.get(),
                    everyone,
                    limits.get());
        });
    }
}
