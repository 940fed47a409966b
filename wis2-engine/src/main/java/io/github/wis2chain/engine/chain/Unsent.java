package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.wnm.Link;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A notification without what its sending gives it: it has the nil id, a time in 1970 and the
/// relation `canonical`. What two of them say can be compared.
final class Unsent {

    private static final UUID NO_ID = new UUID(0, 0);

    /// As long as any pubtime, like the nil id and the relation `canonical`: so the message without
    /// its own is no shorter than with them.
    private static final Instant NO_TIME = Instant.ofEpochMilli(1);

    private Unsent() {}

    /// The same without id and pubtime. Its primary link must be canonical.
    static NotificationBuilder of(NotificationBuilder message) {
        return message.id(NO_ID).pubtime(NO_TIME);
    }

    /// The same without what its sending gave it.
    static NotificationMessage of(NotificationMessage message) {
        List<Link> links = message.links().stream().map(Unsent::canonical).toList();
        return of(message.toBuilder().links(links)).build();
    }

    private static Link canonical(Link link) {
        return link.relation().isEmpty()
                ? link
                : new Link(
                        link.href(),
                        LinkRelation.CANONICAL.wireName(),
                        link.type(),
                        link.length(),
                        link.extra());
    }
}
