package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.mqtt.MqttPublisher;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.console.api.NodeMetrics;

import java.time.Duration;

/// The figures of those parts of the node that the API does not know.
final class NodeGauges {

    private static final String CONNECTED =
            "1 while the broker that is published to can be reached, or the embedded one takes"
                    + " messages";

    private final NodeMetrics metrics;

    NodeGauges(NodeMetrics metrics) {
        this.metrics = metrics;
    }

    void watch(Settings settings) {
        Disk disk = Disk.of(settings);
        metrics.gauge(
                "wis2.disk.free",
                "bytes",
                "Room for this process on the disk of the data directory",
                disk::free);
        for (CertificateFile file : Certificates.of(settings)) {
            metrics.gauge(
                    "wis2.certificate.expiry.timestamp",
                    "seconds",
                    "When the certificate expires, since 1970",
                    "certificate",
                    file.user(),
                    () -> file.expiry().getEpochSecond());
        }
    }

    void watch(SqlStore store) {
        metrics.gauge(
                "wis2.queue.depth",
                "",
                "Runs that wait or are worked on",
                () -> store.status().waiting());
        metrics.gauge(
                "wis2.queue.oldest.due",
                "seconds",
                "How long the run that has been due longest has waited for its turn",
                () -> store.status().oldestDue().map(Duration::toMillis).orElse(0L) / 1e3);
        metrics.gauge(
                "wis2.store.size",
                "bytes",
                "The store on disk, with indexes and write-ahead log",
                () -> store.status().bytes());
        store.whenCommitted(
                metrics.durations(
                        "wis2.journal.commit",
                        "Time of one commit of the journal, many writes together"));
    }

    void watch(EmbeddedBroker broker) {
        metrics.gauge(
                "wis2.broker.connected",
                "",
                CONNECTED,
                "broker",
                "embedded",
                () -> broker.takes() ? 1 : 0);
        metrics.gauge(
                "wis2.broker.clients",
                "",
                "Clients connected to the embedded broker",
                () -> broker.status().connections());
        metrics.gauge(
                "wis2.broker.dropped.messages",
                "",
                "Messages that the embedded broker dropped since its start",
                () -> broker.status().dropped());
        metrics.gauge(
                "wis2.broker.refused.connections",
                "",
                "Connections that the embedded broker refused since its start: too many",
                () -> broker.status().refused());
    }

    void watch(MqttPublisher publisher, String name) {
        metrics.gauge(
                "wis2.broker.connected",
                "",
                CONNECTED,
                "broker",
                name,
                () -> publisher.status().healthy() ? 1 : 0);
    }
}
