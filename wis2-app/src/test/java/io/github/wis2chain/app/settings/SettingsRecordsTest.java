package io.github.wis2chain.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.binding.ConfigurationFile;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every settings record has its defaults and its full mapping here, and a record or a component that
/// has not fails the build.
class SettingsRecordsTest {

    static List<RecordCase<?>> cases() {
        return Stream.of(NodeCases.ALL, BrokerCases.ALL, ConnectionCases.ALL, DatasetCases.ALL)
                .<RecordCase<?>>flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_section_with_only_its_required_keys_has_the_documented_defaults(RecordCase<?> each)
            throws InvalidSettings {
        assertThat(read(each.least(), each.reader())).isEqualTo(each.defaults());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_section_with_every_key_sets_every_component(RecordCase<?> each) throws InvalidSettings {
        assertThat(read(each.every(), each.reader())).isEqualTo(each.full());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_component_differs_from_its_default_in_the_full_mapping(RecordCase<?> each)
            throws ReflectiveOperationException {
        for (RecordComponent component : each.type().getRecordComponents()) {
            if (each.untold().contains(component.getName())) {
                continue;
            }
            Object full = component.getAccessor().invoke(each.full());
            Object standard = component.getAccessor().invoke(each.defaults());
            assertThat(full)
                    .as("%s of %s", component.getName(), each.type().getSimpleName())
                    .isNotEqualTo(standard);
        }
    }

    @Test
    void every_settings_record_has_its_case() {
        Set<Class<?>> reached = new HashSet<>();
        reach(Settings.class, reached);
        Set<Class<?>> covered = cases().stream().map(RecordCase::type).collect(Collectors.toSet());
        // What has no keys of its own: the root, the choice of a broker, and a source without any.
        reached.removeAll(
                Set.of(
                        Settings.class,
                        BrokerChoice.Embedded.class,
                        BrokerChoice.External.class,
                        HttpSourceSettings.class));

        assertThat(covered).isEqualTo(reached).hasSizeGreaterThan(20);
    }

    private static void reach(Type type, Set<Class<?>> reached) {
        switch (type) {
            case ParameterizedType generic -> {
                for (Type argument : generic.getActualTypeArguments()) {
                    reach(argument, reached);
                }
            }
            case Class<?> raw when raw.getPackage() == Settings.class.getPackage() -> {
                if (raw.isSealed()) {
                    List.of(raw.getPermittedSubclasses()).forEach(each -> reach(each, reached));
                }
                if (raw.isRecord() && reached.add(raw)) {
                    for (RecordComponent component : raw.getRecordComponents()) {
                        reach(component.getGenericType(), reached);
                    }
                }
            }
            default -> {}
        }
    }

    private static <T> T read(String yaml, Function<Section, Value<T>> reader)
            throws InvalidSettings {
        return ConfigurationFile.read("wis2.yaml", yaml, RecordCase.FOLDER, Map.of(), reader)
                .settings();
    }
}
