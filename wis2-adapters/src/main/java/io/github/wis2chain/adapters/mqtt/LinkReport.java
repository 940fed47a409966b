package io.github.wis2chain.adapters.mqtt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/// What is told of one link: its status to whoever asks, its changes to the log, an outage once.
/// Safe for any thread.
final class LinkReport {

    private static final Logger LOG = LoggerFactory.getLogger(LinkReport.class);

    private final String name;
    private final MqttConnection connection;
    private boolean outage;
    private boolean dropping;
    private LinkStatus status = new LinkStatus(false, "Connecting for the first time.");

    /// @param name the subject of log lines: `Source argo-files`
    LinkReport(String name, MqttConnection connection) {
        this.name = name;
        this.connection = connection;
    }

    synchronized LinkStatus status() {
        return status;
    }

    /// Something got through.
    synchronized void works() {
        if (dropping) {
            dropping = false;
            outage = false;
            LOG.info("{} works again.", name);
        }
    }

    /// The connection was ended by us.
    ///
    /// @param trouble what made us, empty if nobody wants a connection
    synchronized void left(Optional<String> trouble) {
        dropping = trouble.isPresent();
    }

    synchronized void paused() {
        status = new LinkStatus(false, "Paused; the broker keeps the messages.");
    }

    synchronized void closed() {
        status = new LinkStatus(false, "Closed.");
    }

    /// @param trouble what is wrong over the connection and will be tried again, or empty
    synchronized void connected(boolean sessionPresent, Optional<String> trouble) {
        if (trouble.isPresent()) {
            status =
                    new LinkStatus(
                            false,
                            "Connected to %s, but %s."
                                    .formatted(connection.broker(), trouble.get()));
            LOG.warn(
                    "{} is connected to {}, but {}. It is tried again every {}.",
                    name,
                    connection.broker(),
                    trouble.get(),
                    words(connection.timing().longestDelay()));
            return;
        }
        status = new LinkStatus(true, "Connected to %s.".formatted(connection.broker()));
        if (dropping) {
            // Whether it works is seen only when something gets through.
            return;
        }
        outage = false;
        LOG.info(
                "{} connected to {} as {}, {}.",
                name,
                connection.broker(),
                connection.clientId(),
                sessionPresent ? "going on with its session" : "with a new session");
    }

    synchronized void lost(String trouble) {
        status = notConnected(trouble);
    }

    /// @param delay the time until the next attempt
    synchronized void notConnected(String trouble, Duration delay) {
        status = notConnected(trouble);
        if (outage) {
            LOG.debug("{} is still not connected: {}.", name, trouble);
            return;
        }
        outage = true;
        LOG.warn(
                "{} is not connected to {}: {}. It is tried again after {}, then at longer"
                        + " intervals up to {}.",
                name,
                connection.broker(),
                trouble,
                words(delay),
                words(connection.timing().longestDelay()));
    }

    void noFarewell(String trouble) {
        LOG.debug("{} could not say goodbye: {}.", name, trouble);
    }

    void interrupted() {
        LOG.debug("{} was interrupted while it was being closed.", name);
    }

    private LinkStatus notConnected(String trouble) {
        return new LinkStatus(
                false, "Not connected to %s: %s.".formatted(connection.broker(), trouble));
    }

    private static String words(Duration duration) {
        return duration.toSeconds() == 0
                ? duration.toMillis() + " ms"
                : duration.toSeconds() + " s";
    }
}
