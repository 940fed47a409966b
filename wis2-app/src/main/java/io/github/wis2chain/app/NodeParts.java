package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.mqtt.MqttPublisher;
import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.console.api.HealthPart;
import io.github.wis2chain.console.api.HealthPart.Health;
import io.github.wis2chain.engine.chain.DataServers;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.Source;

import java.time.InstantSource;

/// Says of each part of a node how it is, and what to do if it is not well.
final class NodeParts {

    /// Beyond this share of what it may hold, the intake is about to refuse events.
    private static final double NEARLY_FULL = 0.9;

    private final InstantSource clock;
    private final Settings settings;

    NodeParts(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    static HealthPart node(String phase) {
        return new HealthPart(
                "node",
                true,
                () ->
                        Health.of(
                                phase.isEmpty(),
                                phase.isEmpty() ? "The node is running." : phase,
                                "Wait a few seconds; if it stays so, look into the node's log."));
    }

    HealthPart intake(Intake intake) {
        return new HealthPart(
                "intake",
                false,
                () -> {
                    IntakeLimits limits = settings.intake().limits();
                    long events = intake.held();
                    long bytes = intake.heldBytes();
                    boolean roomy =
                            events < limits.heldEvents() * NEARLY_FULL
                                    && bytes < limits.heldBytes() * NEARLY_FULL;
                    return Health.of(
                            roomy,
                            "%d of at most %d events, %s of at most %s, wait to be written."
                                    .formatted(
                                            events,
                                            limits.heldEvents(),
                                            Disk.text(bytes),
                                            Disk.text(limits.heldBytes())),
                            "Events come faster than they are written, and senders keep what is"
                                    + " refused: give the data directory a faster disk, or raise"
                                    + " intake.max-held.");
                });
    }

    static HealthPart journal(SqlStore store) {
        return new HealthPart(
                "journal",
                true,
                () -> {
                    var now = store.status();
                    return Health.of(
                            now.writable(),
                            now.text(),
                            "Free room on the disk, or bring the database back; it goes on by"
                                    + " itself.");
                });
    }

    HealthPart broker(EmbeddedBroker embedded) {
        return new HealthPart(
                "broker",
                false,
                () -> {
                    var now = embedded.status();
                    return Health.of(
                            now.healthy(clock.instant()),
                            now.text(),
                            "Let the subscribers fetch what waits for them, end their sessions, or"
                                    + " raise broker.embedded.limits.queued-messages.");
                });
    }

    static HealthPart publisher(MqttPublisher external) {
        return new HealthPart(
                "publisher",
                false,
                () -> {
                    var now = external.status();
                    return Health.of(
                            now.healthy(),
                            now.text(),
                            "Check the broker, and the address, user and password of the connection"
                                    + " to it; runs that wait for it go on by themselves.");
                });
    }

    static HealthPart source(Source source) {
        return new HealthPart(
                "source " + source.name(),
                false,
                () -> {
                    var now = source.status();
                    return Health.of(
                            now.healthy(),
                            now.text(),
                            "Check the broker that it listens to, and the address, user and topics"
                                    + " of sources.%s; it connects again by itself."
                                            .formatted(source.name()));
                });
    }

    static HealthPart dataServers(DataServers servers) {
        return new HealthPart(
                "data servers",
                false,
                () -> DataServerHealth.of(servers.troubles(), servers.busy()));
    }

    static HealthPart disk(Disk disk) {
        return new HealthPart(
                "disk",
                false,
                () -> {
                    long free = disk.free();
                    return Health.of(disk.isRoomy(free), disk.sentence(free), Disk.REMEDY);
                });
    }

    static HealthPart certificates(CertificateWatch watch) {
        return new HealthPart("certificates", false, watch::health);
    }
}
