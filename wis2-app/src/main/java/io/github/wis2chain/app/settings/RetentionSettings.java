package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.time.Duration;

/// How long what has ended is kept. What waits is kept for ever.
///
/// @param ended runs that succeeded, brought nothing new or were discarded
/// @param failed runs that nobody has repaired or discarded
/// @param published the memory of what was last published under a `data_id`, by which updates are
///     recognised
/// @param answers answers to requests that carried an `Idempotency-Key`
public record RetentionSettings(
        Duration ended, Duration failed, Duration published, Duration answers) {

    static Value<RetentionSettings> read(Section section) {
        Type<Duration> age = Types.durationFrom(Duration.ofMinutes(1), "1m");
        var ended = section.optional("ended", age, "30d");
        var failed = section.optional("failed", age, "365d");
        var published = section.optional("published", age, "730d");
        var answers = section.optional("answers", age, "24h");
        return section.build(() ->
                new RetentionSettings(ended.get(), failed.get(), published.get(), answers.get()));
    }
}
