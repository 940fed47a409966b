package io.github.wis2chain.app.doctor;

import io.github.wis2chain.adapters.sql.SqlStoreSettings.Place;
import io.github.wis2chain.adapters.sql.StoreLook;
import io.github.wis2chain.app.StoreMapping;
import io.github.wis2chain.app.settings.Settings;

import java.io.IOException;

/// Whether this program can use the store.
final class StoreCheck {

    private static final String CHECK = "store";

    private StoreCheck() {}

    /// Whether a process holds the embedded store; with PostgreSQL any number may.
    ///
    /// @throws IOException if that cannot be found out
    static boolean isHeld(Settings settings) throws IOException {
        return StoreMapping.of(settings).place() instanceof Place.Embedded(var directory)
                && StoreLook.isInUse(directory);
    }

    /// @param nodeRuns a node with these settings runs
    static Diagnosis of(Settings settings, boolean nodeRuns) {
        Place place = StoreMapping.of(settings).place();
        try {
            if (!nodeRuns && isHeld(settings)) {
                return Diagnosis.fail(
                        CHECK,
                        "Another process holds the store in %s, and no node answers on api.port."
                                .formatted(settings.node().dataDir()),
                        "Stop it, or wait until it has ended or started; the lock ends with the"
                                + " process.");
            }
        } catch (IOException unreadable) {
            return Diagnosis.fail(
                    CHECK,
                    "Whether a process holds the store cannot be seen: %s."
                            .formatted(unreadable.getMessage()),
                    "Call the doctor as the user that runs the node.");
        }
        if (nodeRuns) {
            return Diagnosis.pass(CHECK, "The running node uses it.");
        }
        return switch (StoreLook.at(place)) {
            case StoreLook.Unfinished _ ->
                    Diagnosis.pass(
                            CHECK,
                            "The process before was ended before it had closed it; the next start"
                                    + " takes over what it wrote.");
            case StoreLook.Absent _ ->
                    Diagnosis.pass(CHECK, "There is no store yet; the first start makes it.");
            case StoreLook.Usable(String version, int pending) ->
                    Diagnosis.pass(
                            CHECK,
                            pending == 0
                                    ? "Its tables are of version %s, as this program needs them."
                                            .formatted(version)
                                    : "Its tables are of version %s; the next start changes them in %d steps."
                                            .formatted(version, pending));
            case StoreLook.TooNew(String version) ->
                    Diagnosis.fail(
                            CHECK,
                            "A newer version of this program wrote it: its tables are of version %s."
                                    .formatted(version),
                            "Run that version, or restore the backup made before the upgrade.");
            case StoreLook.Unreadable(String reason) ->
                    Diagnosis.fail(
                            CHECK,
                            "It cannot be read: %s.".formatted(reason.replaceAll("[.\\s]+$", "")),
                            place instanceof Place.Embedded
                                    ? "Call the doctor as the user that runs the node; if the file"
                                            + " is broken, restore a backup."
                                    : "Check the database, and url, user and password of"
                                            + " store.postgresql.");
        };
    }
}
