package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What a settings record is with as few keys as possible, and with all of them.
///
/// @param least YAML with the required keys only
/// @param every YAML with every key, none of them at its default
record RecordCase<T extends Record>(
        Function<Section, Value<T>> reader, String least, T defaults, String every, T full) {

    /// The folder of the configuration, which paths in it are relative to.
    static final Path FOLDER = Path.of("/etc/wis2");

    /// Components that a section is told by its key, that exclude another key, or that are fetched; each
    /// has a test of its own.
    private static final Map<Class<?>, Set<String>> UNTOLD =
            Map.of(
                    NodeSettings.class, Set.of("topics"),
                    DatasetSettings.class, Set.of("name"),
                    MqttSourceSettings.class, Set.of("sharedGroup", "payloadMatches"));

    Set<String> untold() {
        return UNTOLD.getOrDefault(type(), Set.of());
    }

    Class<?> type() {
        return defaults.getClass();
    }

    @Override
    public String toString() {
        return type().getSimpleName();
    }
}
