package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.mqtt.MqttPublisher;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.console.api.NodeMetrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;

/// The figures of those parts of the node that the API does not know.
final class NodeGauges {

    private final NodeMetrics metrics;

    NodeGauges(NodeMetrics metrics) {
        this.metrics = metrics;
    }

    void watch(Settings settings) {
        Path directory = settings.node().dataDir();
        metrics.gauge(
                "wis2.disk.free",
                "bytes",
                "Room for this process on the disk of the data directory",
                () -> free(directory));
        if (settings.broker() instanceof BrokerChoice.Embedded(EmbeddedBrokerSettings embedded)) {
            embedded.tls()
                    .ifPresent(tls ->
                            metrics.gauge(
                                    "wis2.certificate.expiry.timestamp",
                                    "seconds",
                                    "When the certificate expires, since 1970",
                                    "certificate",
                                    "broker",
                                    () -> expiry(tls.certificate())));
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
                "1 while the broker that is published to can be reached",
                "broker",
                "embedded",
                () -> 1);
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
    }

    void watch(MqttPublisher publisher, String name) {
        metrics.gauge(
                "wis2.broker.connected",
                "",
                "1 while the broker that is published to can be reached",
                "broker",
                name,
                () -> publisher.status().healthy() ? 1 : 0);
    }

    private static double free(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /// Read anew each time, because certificates are renewed under a running node.
    static double expiry(Path certificate) {
        try (InputStream file = Files.newInputStream(certificate)) {
            var first =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(file);
            return first.getNotAfter().toInstant().toEpochMilli() / 1e3;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (CertificateException wrong) {
            throw new IllegalStateException("%s is no certificate".formatted(certificate), wrong);
        }
    }
}
