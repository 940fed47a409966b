package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

/// What is logged, and how.
public record LogSettings(Level level, Format format) {

    /// The least grave record that is written.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /// How a record is written.
    public enum Format {
        TEXT,
        JSON
    }

    static Value<LogSettings> read(Section section) {
        var level = section.optional("level", Types.oneOf(Level.class), "info");
        var format = section.optional("format", Types.oneOf(Format.class), "text");
        return section.build(() -> new LogSettings(level.get(), format.get()));
    }
}
