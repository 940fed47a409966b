package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.util.Optional;

/// A notification that was built but not yet stored: it may still be refused, or be built anew with
/// another id and pubtime.
///
/// @param fingerprint tells what it announces from what others do: see {@link Fingerprint}; empty for
///     a deletion
/// @param bytes the serialised message, as it will be sent
/// @param evidence what was found behind the link, if it had to be fetched to build the message
record Draft(
        NotificationMessage message,
        String fingerprint,
        Payload bytes,
        Optional<LinkVerifier.Evidence> evidence) {}
