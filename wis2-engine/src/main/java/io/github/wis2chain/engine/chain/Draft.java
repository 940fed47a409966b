package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.wnm.NotificationMessage;

/// A notification that was built but not yet stored: it may still be refused, or be built anew with
/// another id and pubtime.
///
/// @param fingerprint tells what it announces from what others do: see {@link Fingerprint}; empty for
///     a deletion
/// @param bytes the serialised message, as it will be sent
/// @param data whether the data behind the link had to be fetched to build the message
record Draft(NotificationMessage message, String fingerprint, Payload bytes, Download data) {}
