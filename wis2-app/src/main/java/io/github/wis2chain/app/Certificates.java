package io.github.wis2chain.app;

import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.ConnectionSettings;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.MqttSourceSettings;
import io.github.wis2chain.app.settings.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the certificates that a node shows to others.
public final class Certificates {

    private Certificates() {}

    /// All of a configuration, each once.
    public static List<CertificateFile> of(Settings settings) {
        List<CertificateFile> files = new ArrayList<>();
        switch (settings.broker()) {
            case BrokerChoice.Embedded(EmbeddedBrokerSettings embedded) ->
                    embedded.tls()
                            .map(tls -> new CertificateFile("broker", tls.certificate()))
                            .ifPresent(files::add);
            case BrokerChoice.External(ConnectionSettings connection) ->
                    client("broker", connection).ifPresent(files::add);
        }
        settings.publish()
                .to()
                .flatMap(connection -> client("publisher", connection))
                .ifPresent(files::add);
        settings.sources()
                .forEach((name, source) -> {
                    if (source instanceof MqttSourceSettings mqtt) {
                        mqtt.connection()
                                .flatMap(connection -> client("source " + name, connection))
                                .ifPresent(files::add);
                    }
                });
        return List.copyOf(files);
    }

    private static Optional<CertificateFile> client(String owner, ConnectionSettings connection) {
        return connection.tls().certificate().map(path -> new CertificateFile(owner, path));
    }
}
