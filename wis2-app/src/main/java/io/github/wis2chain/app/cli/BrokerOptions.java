package io.github.wis2chain.app.cli;

import io.github.wis2chain.adapters.mqtt.MqttConnection;
import io.github.wis2chain.adapters.mqtt.ProtocolVersion;
import io.github.wis2chain.adapters.mqtt.SessionSettings;
import io.github.wis2chain.adapters.mqtt.TlsSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Which broker to connect to, and as whom.
final class BrokerOptions {

    private final Terminal terminal;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            defaultValue = "mqtt://127.0.0.1:1883",
            description = "mqtt, mqtts, ws or wss (default: ${DEFAULT-VALUE}).")
    private String url = "mqtt://127.0.0.1:1883";

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            defaultValue = "everyone",
            description = "The user (default: ${DEFAULT-VALUE}).")
    private String user = "everyone";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "A file that holds the password (default: WIS2_MQTT_PASSWORD, else the user's"
                            + " name).")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file of the authorities to trust (default: Java's own).")
    private @Nullable Path authorities;

    @Option(names = "--mqtt311", description = "Speak MQTT 3.1.1 instead of 5.")
    private boolean old;

    BrokerOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    String url() {
        return url;
    }

    /// A connection of which the broker keeps nothing afterwards.
    MqttConnection connection() {
        try {
            MqttConnection connection =
                    MqttConnection.to(url, "wis2-subscribe-" + UUID.randomUUID())
                            .withProtocol(old ? ProtocolVersion.V3_1_1 : ProtocolVersion.V5)
                            .withSession(SessionSettings.NONE)
                            .withLogin(user, password());
            return authorities == null
                    ? connection
                    : connection.withTls(TlsSettings.DEFAULT.withAuthorities(authorities));
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private String password() {
        if (passwordFile == null) {
            return terminal.variable("WIS2_MQTT_PASSWORD").orElse(user);
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the password file %s cannot be read".formatted(passwordFile),
                    unreadable);
        }
    }
}
