package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.ConfigurationFile;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything that a node can be told.
///
/// Every scalar can be overridden by an environment variable: `WIS2_`, then the keys in upper case,
/// with `_` for `.` and `-`: `WIS2_NODE_CENTRE_ID` for `node.centre-id`.
///
/// @param sources by name
/// @param datasets by name, in the order in which they are tried
public record Settings(
        NodeSettings node,
        BrokerChoice broker,
        PublishSettings publish,
        Map<String, SourceSettings> sources,
        Map<String, DatasetSettings> datasets,
        ByHandSettings byHand,
        LinkSettings links,
        IntakeSettings intake,
        EngineSettings engine,
        StoreSettings store,
        ApiSettings api,
        LogSettings log) {

    public Settings {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        datasets = Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
    }

    /// Reads and checks a configuration file.
    ///
    /// @param environment where `${NAME}` and the overrides come from
    /// @throws InvalidSettings with all problems at once
    public static ConfigurationFile.Read<Settings> load(Path file, Map<String, String> environment)
            throws InvalidSettings {
        return ConfigurationFile.read(file, environment, Settings::read);
    }

    /// Reads and checks a configuration that is no file, such as one inside the program.
    ///
    /// @param name what problems call it
    /// @param folder where relative paths start
    /// @throws InvalidSettings with all problems at once
    public static ConfigurationFile.Read<Settings> parse(
            String name, String text, Path folder, Map<String, String> environment)
            throws InvalidSettings {
        return ConfigurationFile.read(name, text, folder, environment, Settings::read);
    }

    private static Value<Settings> read(Section section) {
        var node = section.section("node", NodeSettings::read);
        var broker = section.section("broker", BrokerChoice::read);
        var publish = section.section("publish", PublishSettings::read);
        boolean embedded = !broker.isFaulty() && broker.get() instanceof BrokerChoice.Embedded;
        var sources =
                section.named("sources", (name, each) -> SourceSettings.read(name, each, embedded));
        Sessions.check(section, node, broker, publish, sources);
        var references = new References(node, sources);
        var datasets =
                section.named(
                        "datasets",
                        (name, each) -> references.check(each, DatasetSettings.read(name, each)));
        var byHand = section.section("by-hand", ByHandSettings::read);
        var links = section.section("links", LinkSettings::read);
        var intake = section.section("intake", IntakeSettings::read);
        var engine = section.section("engine", EngineSettings::read);
        var store = section.section("store", StoreSettings::read);
        var api = section.section("api", ApiSettings::read);
        var log = section.section("log", LogSettings::read);
        return section.build(() ->
                new Settings(
                        node.get(),
                        broker.get(),
                        publish.get(),
                        sources.get(),
                        datasets.get(),
                        byHand.get(),
                        links.get(),
                        intake.get(),
                        engine.get(),
                        store.get(),
                        api.get(),
                        log.get()));
    }
}
