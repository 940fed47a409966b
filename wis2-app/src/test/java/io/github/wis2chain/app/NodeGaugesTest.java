package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.adapters.broker.BrokerListener;
import io.github.wis2chain.adapters.broker.BrokerSettings;
import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.console.api.NodeMetrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class NodeGaugesTest {

    @TempDir private Path folder;

    @Test
    void the_embedded_broker_counts_as_connected_only_while_it_takes_messages() {
        var metrics = new NodeMetrics(InstantSource.system());
        var listener = new BrokerListener(BrokerListener.Transport.TCP, "127.0.0.1", 0);
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        BrokerSettings.onLoopback(folder, Optional.empty(), List.of())
                                .withListeners(List.of(listener)),
                        InstantSource.system(),
                        List.of());
        try {
            new NodeGauges(metrics).watch(broker);
            assertThat(metrics.text()).contains("wis2_broker_connected{broker=\"embedded\"} 1.0");
        } finally {
            broker.close();
        }

        assertThat(metrics.text()).contains("wis2_broker_connected{broker=\"embedded\"} 0.0");
    }
}
