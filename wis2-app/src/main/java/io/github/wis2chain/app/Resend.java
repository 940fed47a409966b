package io.github.wis2chain.app;

import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.chain.Ready;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sends once more what the embedded broker acknowledged shortly before it ended uncleanly: it
/// acknowledges up to a second before its files are on disk. Id and bytes are the same, so a Global
/// Broker drops what it has already.
final class Resend {

    private static final Logger log = LoggerFactory.getLogger(Resend.class);

    private static final Duration UNSAFE = Duration.ofSeconds(5);

    private Resend() {}

    static void latest(Outbox outbox, Publisher publisher) {
        Optional<Instant> last = outbox.lastAcknowledged();
        if (last.isEmpty()) {
            log.info(
                    "The last stop was not clean. No notification was ever acknowledged, so none is"
                            + " sent once more.");
            return;
        }
        List<Ready> unsafe = outbox.acknowledgedSince(last.get().minus(UNSAFE));
        for (Ready ready : unsafe) {
            publisher
                    .publish(ready.topic(), ready.message())
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            log.warn(
                                    "Notification {} could not be sent once more after the unclean"
                                            + " stop: {}.",
                                    ready.id(),
                                    failure.getMessage());
                        }
                    });
        }
        log.info(
                "The last stop was not clean. {} notifications that were acknowledged from {} to"
                        + " {}, shortly before it, are sent once more, with the same ids.",
                unsafe.size(),
                last.get().minus(UNSAFE),
                last.get());
    }
}
