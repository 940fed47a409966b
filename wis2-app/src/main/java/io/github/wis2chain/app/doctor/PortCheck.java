package io.github.wis2chain.app.doctor;

import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.Settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the ports of the configuration can be had, or who has them.
final class PortCheck {

    private static final int CONNECT_MILLIS = 1_000;

    private PortCheck() {}

    /// A port that the node is to listen on; 0 stands for any, which can always be had.
    private record Wanted(String setting, String bind, int port) {

        private String check() {
            return "port " + setting;
        }

        private InetSocketAddress address() {
            return new InetSocketAddress(bind, port);
        }

        private InetSocketAddress reachable() {
            InetSocketAddress bound = address();
            return bound.getAddress() != null && bound.getAddress().isAnyLocalAddress()
                    ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                    : bound;
        }
    }

    /// @param nodeRuns a node with these settings runs
    static List<Diagnosis> of(Settings settings, boolean nodeRuns) {
        Optional<PortOwner> node =
                nodeRuns ? PortOwner.of(settings.api().port()) : Optional.empty();
        return wanted(settings).stream()
                .filter(wanted -> wanted.port() != 0)
                .map(wanted -> nodeRuns ? running(wanted, node) : free(wanted))
                .toList();
    }

    private static List<Wanted> wanted(Settings settings) {
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted("api.port", settings.api().bind(), settings.api().port()));
        if (settings.broker() instanceof BrokerChoice.Embedded(EmbeddedBrokerSettings broker)) {
            String key = "broker.embedded.";
            add(wanted, key + "port", broker.bind(), broker.port());
            add(wanted, key + "websocket-port", broker.bind(), broker.websocketPort());
            broker.tls()
                    .ifPresent(tls -> {
                        add(wanted, key + "tls.port", broker.bind(), tls.port());
                        add(wanted, key + "tls.websocket-port", broker.bind(), tls.websocketPort());
                    });
        }
        return wanted;
    }

    private static void add(
            List<Wanted> wanted, String setting, String bind, Optional<Integer> port) {
        port.map(number -> new Wanted(setting, bind, number)).ifPresent(wanted::add);
    }

    private static Diagnosis free(Wanted wanted) {
        try (var socket = new ServerSocket()) {
            // A port in TIME_WAIT after a restart is free for the node too.
            socket.setReuseAddress(true);
            socket.bind(wanted.address());
            return Diagnosis.pass(
                    wanted.check(),
                    "Port %d of %s is free.".formatted(wanted.port(), wanted.bind()));
        } catch (IOException taken) {
            return Diagnosis.fail(
                    wanted.check(),
                    "Port %d of %s cannot be had: %s%s."
                            .formatted(
                                    wanted.port(),
                                    wanted.bind(),
                                    taken.getMessage(),
                                    PortOwner.of(wanted.port())
                                            .map(owner -> ", by " + owner)
                                            .orElse("")),
                    "Stop what uses it, or change %s.".formatted(wanted.setting()));
        }
    }

    private static Diagnosis running(Wanted wanted, Optional<PortOwner> node) {
        Optional<PortOwner> owner = PortOwner.of(wanted.port());
        if (owner.isPresent() && node.isPresent() && !owner.equals(node)) {
            return Diagnosis.fail(
                    wanted.check(),
                    "Port %d is taken by %s, and the node is %s."
                            .formatted(wanted.port(), owner.get(), node.get()),
                    "Stop what uses it, or change %s; then start the node again."
                            .formatted(wanted.setting()));
        }
        try (var socket = new Socket()) {
            socket.connect(wanted.reachable(), CONNECT_MILLIS);
            return Diagnosis.pass(
                    wanted.check(),
                    "The running node answers on port %d%s."
                            .formatted(
                                    wanted.port(),
                                    owner.map(process -> ", " + process).orElse("")));
        } catch (IOException silent) {
            return Diagnosis.fail(
                    wanted.check(),
                    "A node runs, and nothing answers on its port %d: %s."
                            .formatted(wanted.port(), silent.getMessage()),
                    "Start the node again, so that it takes up %s.".formatted(wanted.setting()));
        }
    }
}
