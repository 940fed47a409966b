package io.github.wis2chain.app;

import io.github.wis2chain.adapters.sql.Retention;
import io.github.wis2chain.adapters.sql.SqlStoreSettings;
import io.github.wis2chain.app.settings.Settings;

/// Gives the store its settings.
public final class StoreMapping {

    private StoreMapping() {}

    public static SqlStoreSettings of(Settings settings) {
        SqlStoreSettings.Place place =
                settings.store()
                        .postgresql()
                        .<SqlStoreSettings.Place>map(database ->
                                new SqlStoreSettings.Place.Postgres(
                                        database.url(),
                                        database.user(),
                                        database.password().value()))
                        .orElseGet(() ->
                                new SqlStoreSettings.Place.Embedded(
                                        settings.node().dataDir().resolve("store")));
        var retention = settings.store().retention();
        return new SqlStoreSettings(
                place,
                new Retention(
                        retention.ended(),
                        retention.failed(),
                        retention.published(),
                        retention.answers()),
                settings.store().diskFloor(),
                settings.engine().parallel(),
                settings.engine().stopWithin());
    }
}
