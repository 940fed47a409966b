package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;

import java.util.List;

/// The notifications of a run, to be kept before they are sent.
final class WriteNotifications extends Write<RunId> {

    private final RunId run;
    private final List<Packed> notifications;

    /// A notification, packed.
    record Packed(Blob uuid, Ready ready, Blob body) {}

    WriteNotifications(RunId run, List<Ready> notifications, Press press) {
        this.run = run;
        this.notifications =
                notifications.stream()
                        .map(ready ->
                                new Packed(
                                        new Blob(NotificationBody.uuidBytes(ready.id())),
                                        ready,
                                        new Blob(NotificationBody.of(ready).packed(press))))
                        .toList();
    }

    RunId run() {
        return run;
    }

    List<Packed> notifications() {
        return notifications;
    }

    @Override
    boolean mustSucceed() {
        return true;
    }
}
