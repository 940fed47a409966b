package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;

import java.util.Optional;

/// A broker's acknowledgement, to be kept.
final class WriteAcknowledgement extends Write<RunId> {

    private final RunId run;
    private final byte[] uuid;
    private final Delivery delivery;
    private final Optional<Ready> ready;

    /// @param ready the notification, where it is still known; it is looked up otherwise
    WriteAcknowledgement(
            RunId run, String notificationId, Delivery delivery, Optional<Ready> ready) {
        this.run = run;
        this.uuid = NotificationBody.uuidBytes(notificationId);
        this.delivery = delivery;
        this.ready = ready;
    }

    RunId run() {
        return run;
    }

    byte[] uuid() {
        return uuid;
    }

    Delivery delivery() {
        return delivery;
    }

    Optional<Ready> ready() {
        return ready;
    }

    @Override
    boolean mustSucceed() {
        return true;
    }
}
