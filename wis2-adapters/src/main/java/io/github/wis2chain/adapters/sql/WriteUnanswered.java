package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;

import java.util.Optional;

/// That a broker has not acknowledged what it was sent, to be kept.
final class WriteUnanswered extends Write<RunId> {

    private final RunId run;
    private final byte[] uuid;
    private final Optional<Ready> ready;

    /// @param ready the notification, where it is still known; it is looked up otherwise
    WriteUnanswered(RunId run, String notificationId, Optional<Ready> ready) {
        this.run = run;
        this.uuid = NotificationBody.uuidBytes(notificationId);
        this.ready = ready;
    }

    RunId run() {
        return run;
    }

    byte[] uuid() {
        return uuid;
    }

    Optional<Ready> ready() {
        return ready;
    }

    @Override
    boolean mustSucceed() {
        return true;
    }
}
