package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.engine.run.SourceName;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.Optional;

/// Connections, subscriptions and waits that the tests share: valid, and impatient.
final class Settings {

    static final SourceName NAME = new SourceName("files");
    static final String TOPIC = "diffusion/files/argo";
    static final String CLIENT_ID = "wis2-source";

    static final Timing IMPATIENT =
            new Timing(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(50),
                    Duration.ofMillis(400));

    private Settings() {}

    /// What a test awaits is looked at often, and given up after 20 s.
    static void awaitInShortSteps() {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
    }

    static MqttConnection connection(String url) {
        return MqttConnection.to(url, CLIENT_ID).withTiming(IMPATIENT);
    }

    static MqttSource.Wanted files() {
        return MqttSource.Wanted.all(MqttSubscription.to("diffusion/files/#"));
    }

    static MqttSource.Wanted filesWith(PayloadFilter filter) {
        return new MqttSource.Wanted(MqttSubscription.to("diffusion/files/#"), Optional.of(filter));
    }
}
