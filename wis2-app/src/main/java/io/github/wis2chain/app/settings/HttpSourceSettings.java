package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;

/// Events that are posted to the API under the name of this source. It has no settings of its own.
public record HttpSourceSettings() implements SourceSettings {

    static Value<HttpSourceSettings> read(Section section) {
        return section.build(HttpSourceSettings::new);
    }
}
