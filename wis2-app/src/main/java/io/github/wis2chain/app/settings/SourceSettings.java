package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.engine.run.SourceName;

/// A source of events: exactly one of the families.
public sealed interface SourceSettings permits MqttSourceSettings, HttpSourceSettings {

    /// Reads the section of one source, which has the one key `mqtt` or `http`.
    ///
    /// @param embedded the node's own broker is the embedded one
    static Value<SourceSettings> read(String name, Section section, boolean embedded) {
        if (!section.has("http") && !section.has("mqtt")) {
            section.problem("", "a source needs its kind; required: mqtt or http");
            return Value.faulty();
        }
        boolean http = section.has("http");
        Value<SourceSettings> settings;
        if (http) {
            settings = section.section("http", HttpSourceSettings::read).map(each -> each);
            if (section.has("mqtt")) {
                section.problem("mqtt", "a source has one kind; remove mqtt or http");
            }
            section.optionalSection("mqtt", MqttSourceSettings::read);
        } else {
            settings =
                    section.section("mqtt", mqtt -> MqttSourceSettings.read(mqtt, embedded))
                            .map(each -> each);
            section.optionalSection("http", HttpSourceSettings::read);
        }
        return section.build(() -> {
            new SourceName(name);
            return settings.get();
        });
    }
}
