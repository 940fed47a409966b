package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.util.Optional;

/// Where events and runs are kept, and for how long.
///
/// @param postgresql the operator's database; empty for the embedded one in the data folder
/// @param diskFloor free bytes on the disk below which no more events are taken
public record StoreSettings(
        Optional<Postgresql> postgresql, long diskFloor, RetentionSettings retention) {

    /// A PostgreSQL database.
    ///
    /// @param url `jdbc:postgresql://host:port/database`, without user and password
    public record Postgresql(String url, String user, Secret password) {

        private static final Type<String> JDBC_URL =
                new Type<>(
                        "a URL such as jdbc:postgresql://host:5432/database",
                        text -> {
                            if (!text.startsWith("jdbc:postgresql:")) {
                                throw new IllegalArgumentException("");
                            }
                            if (text.contains("password=")) {
                                throw new IllegalArgumentException(
                                        "the password has a key of its own");
                            }
                            return text;
                        });

        static Value<Postgresql> read(Section section) {
            var url = section.required("url", JDBC_URL);
            var user = section.required("user", Types.TEXT);
            var password = section.requiredSecret("password");
            return section.build(() -> new Postgresql(url.get(), user.get(), password.get()));
        }
    }

    static Value<StoreSettings> read(Section section) {
        var postgresql = section.optionalSection("postgresql", Postgresql::read);
        var diskFloor = section.optional("disk-floor", Types.SIZE, "100MiB");
        var retention = section.section("retention", RetentionSettings::read);
        return section.build(
                () -> new StoreSettings(postgresql.get(), diskFloor.get(), retention.get()));
    }
}
