package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.RecordCase.FOLDER;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a configuration file is read as.
final class Configured {

    static final String NODE = "node: {centre-id: fr-ifremer-argo}\n";

    static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";

    private Configured() {}

    static Settings load(String yaml) throws InvalidSettings {
        return load(yaml, Map.of());
    }

    static Settings load(String yaml, Map<String, String> environment) throws InvalidSettings {
        return load(FOLDER, yaml, environment);
    }

    static List<String> problems(String yaml) {
        return problems(yaml, Map.of());
    }

    static List<String> problems(String yaml, Map<String, String> environment) {
        return problems(FOLDER, yaml, environment);
    }

    static List<String> problems(Path folder, String yaml) {
        return problems(folder, yaml, Map.of());
    }

    static List<String> problems(Path folder, String yaml, Map<String, String> environment) {
        try {
            load(folder, yaml, environment);
            return List.of();
        } catch (InvalidSettings invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }

    /// The only problem there is.
    static String problem(String yaml) {
        return only(problems(yaml));
    }

    /// The only problem there is.
    static String problem(String yaml, Map<String, String> environment) {
        return only(problems(yaml, environment));
    }

    /// The only problem there is.
    static String problem(Path folder, String yaml) {
        return only(problems(folder, yaml));
    }

    private static Settings load(Path folder, String yaml, Map<String, String> environment)
            throws InvalidSettings {
        return Settings.parse("wis2.yaml", yaml, folder, environment).settings();
    }

    private static String only(List<String> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }
}
