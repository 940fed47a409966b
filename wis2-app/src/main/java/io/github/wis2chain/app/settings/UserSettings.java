package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.engine.people.PasswordHash;

import java.util.List;

/// Someone who may connect to the embedded broker.
///
/// @param password the password's hash as `wis2 broker hash` prints it
/// @param rights what is allowed; everything else is denied
public record UserSettings(String name, Secret password, List<Right> rights) {

    public UserSettings {
        // Its text does not repeat what it refuses.
        PasswordHash.parse(password.value());
        rights = List.copyOf(rights);
    }

    /// What a user may do with the topics of a filter.
    ///
    /// @param topic an MQTT topic filter
    public record Right(String topic, Access access) {

        static Value<Right> read(Section section) {
            var topic = section.required("topic", TopicFilters.MQTT);
            var access = section.required("access", Types.oneOf(Access.class));
            return section.build(() -> new Right(topic.get(), access.get()));
        }
    }

    /// Reading is subscribing, writing is publishing.
    public enum Access {
        READ,
        WRITE,
        READWRITE
    }

    static Value<UserSettings> read(Section section) {
        var name = section.required("name", Types.TEXT);
        var password = section.requiredSecret("password-hash");
        var rights = section.sections("rights", Right::read);
        return section.build(() -> new UserSettings(name.get(), password.get(), rights.get()));
    }

    /// Reads a file of users, which has the one key `users`.
    static Value<List<UserSettings>> readFile(Section section) {
        var users = section.sections("users", UserSettings::read);
        return section.build(users::get);
    }
}
