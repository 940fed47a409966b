package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.engine.run.Retry;

import java.time.Duration;

/// How runs are worked on.
///
/// @param parallel runs under way at a time
/// @param retry how temporary failures are tried again
/// @param stopWithin how long a stop waits for the runs under way
public record EngineSettings(int parallel, Retry retry, Duration stopWithin) {

    static Value<EngineSettings> read(Section section) {
        var parallel = section.optional("parallel", Types.whole(1, 10_000), "300");
        var retry = section.section("retry", EngineSettings::readRetry);
        var stopWithin = section.optional("stop-within", Types.DURATION, "10s");
        return section.build(
                () -> new EngineSettings(parallel.get(), retry.get(), stopWithin.get()));
    }

    private static Value<Retry> readRetry(Section section) {
        var limit = section.optional("limit", Types.whole(0, 1_000), "18");
        var first = section.optional("first", Types.DURATION, "2s");
        var longest = section.optional("longest", Types.DURATION, "5m");
        return section.build(() -> new Retry(limit.get(), first.get(), longest.get()));
    }
}
