package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.BrokerLimits;
import io.github.wis2chain.adapters.broker.BrokerListener;
import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.adapters.broker.BrokerSettings;
import io.github.wis2chain.adapters.broker.BrokerUser;
import io.github.wis2chain.adapters.broker.TopicRight;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.UserSettings;
import io.github.wis2chain.engine.people.PasswordHash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Gives the embedded broker its settings.
final class BrokerMapping {

    private BrokerMapping() {}

    static BrokerSettings of(EmbeddedBrokerSettings settings, Path folder) {
        var limits = settings.limits();
        return new BrokerSettings(
                folder,
                listeners(settings),
                settings.tls()
                        .map(tls -> new BrokerSettings.TlsFiles(tls.certificate(), tls.key())),
                settings.websocketPath(),
                settings.users().stream().map(BrokerMapping::user).toList(),
                new BrokerLimits(
                        limits.queuedMessages(),
                        limits.maxPacket(),
                        limits.connections(),
                        limits.inFlight(),
                        limits.sessionExpiry(),
                        BrokerLimits.DEFAULT.patience(),
                        BrokerLimits.DEFAULT.stopGrace()));
    }

    private static List<BrokerListener> listeners(EmbeddedBrokerSettings settings) {
        List<BrokerListener> listeners = new ArrayList<>();
        String bind = settings.bind();
        settings.port()
                .map(port -> new BrokerListener(Transport.TCP, bind, port))
                .ifPresent(listeners::add);
        settings.websocketPort()
                .map(port -> new BrokerListener(Transport.WEBSOCKET, bind, port))
                .ifPresent(listeners::add);
        settings.tls()
                .flatMap(EmbeddedBrokerSettings.Tls::port)
                .map(port -> new BrokerListener(Transport.TLS, bind, port))
                .ifPresent(listeners::add);
        settings.tls()
                .flatMap(EmbeddedBrokerSettings.Tls::websocketPort)
                .map(port -> new BrokerListener(Transport.SECURE_WEBSOCKET, bind, port))
                .ifPresent(listeners::add);
        return listeners;
    }

    private static BrokerUser user(UserSettings user) {
        return new BrokerUser(
                user.name(),
                PasswordHash.parse(user.password().value()),
                user.rights().stream().map(BrokerMapping::right).toList());
    }

    private static TopicRight right(UserSettings.Right right) {
        return switch (right.access()) {
            case READ -> TopicRight.read(right.topic());
            case WRITE -> TopicRight.write(right.topic());
            case READWRITE -> TopicRight.readWrite(right.topic());
        };
    }
}
