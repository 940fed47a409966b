package io.github.wis2chain.app;

import io.github.wis2chain.app.settings.CheckSettings;
import io.github.wis2chain.app.settings.DatasetSettings;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.WhenSettings;
import io.github.wis2chain.console.api.DatasetCard;
import io.github.wis2chain.engine.chain.Announcing;
import io.github.wis2chain.engine.chain.AssetSelection;
import io.github.wis2chain.engine.chain.ByHand;
import io.github.wis2chain.engine.chain.CheckMode;
import io.github.wis2chain.engine.chain.Checks;
import io.github.wis2chain.engine.chain.Dataset;
import io.github.wis2chain.engine.chain.Datasets;
import io.github.wis2chain.engine.chain.Selection;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives the engine its datasets.
final class DatasetMapping {

    private DatasetMapping() {}

    static Datasets of(Settings settings) {
        return new Datasets(
                settings.datasets().values().stream().map(DatasetMapping::dataset).toList(),
                settings.intake().contents(),
                new ByHand(
                        settings.node().centreId(),
                        settings.node().topics(),
                        mode(settings.byHand().records()),
                        checks(settings.byHand().checks())));
    }

    private static Dataset dataset(DatasetSettings settings) {
        return new Dataset(
                settings.name(),
                selection(settings.when()),
                announcing(settings),
                new AssetSelection(
                        Set.copyOf(settings.assets().roles()),
                        Set.copyOf(settings.assets().mediaTypes()),
                        Set.copyOf(settings.assets().keys())),
                checks(settings.checks()));
    }

    private static Selection selection(WhenSettings when) {
        return new Selection(
                when.source().map(SourceName::new),
                when.subject(),
                when.type(),
                when.producer(),
                when.collection());
    }

    private static Announcing announcing(DatasetSettings settings) {
        Map<String, JsonTree> properties = new LinkedHashMap<>();
        settings.properties()
                .properties()
                .forEach(member -> properties.put(member.getKey(), JsonTree.of(member.getValue())));
        return new Announcing(
                Topic.parse(settings.topic()),
                settings.metadataId(),
                DataIdTemplate.parse(settings.dataId()),
                new Announcing.Options(
                        settings.cache(),
                        settings.producer(),
                        settings.inlineUpTo(),
                        IntegrityMethod.valueOf(settings.computed().name()),
                        properties),
                settings.deletionTypes().isEmpty()
                        ? Announcing.DELETIONS
                        : Set.copyOf(settings.deletionTypes()));
    }

    private static Checks checks(CheckSettings checks) {
        return new Checks(
                mode(checks.notification()),
                mode(checks.links()),
                mode(checks.unreachable()),
                mode(checks.kpi().then()),
                checks.kpi().atLeast());
    }

    private static CheckMode mode(CheckSettings.Mode mode) {
        return switch (mode) {
            case BLOCK -> CheckMode.BLOCK;
            case WARN -> CheckMode.WARN;
            case OFF -> CheckMode.OFF;
        };
    }

    /// What the API shows of a dataset.
    static DatasetCard card(Dataset dataset) {
        Map<String, String> shown = new LinkedHashMap<>();
        Selection when = dataset.when();
        put(shown, "when.source", when.source().map(SourceName::value));
        put(shown, "when.subject", when.subject());
        put(shown, "when.type", when.type());
        put(shown, "when.producer", when.producer());
        put(shown, "when.collection", when.collection());
        shown.put("data-id", dataset.announcing().dataId().toString());
        shown.put("checks.notification", name(dataset.checks().notification()));
        shown.put("checks.links", name(dataset.checks().links()));
        shown.put("checks.unreachable", name(dataset.checks().unreachable()));
        shown.put(
                "checks.kpi",
                "%s below %d %%"
                        .formatted(name(dataset.checks().kpi()), dataset.checks().kpiAtLeast()));
        return new DatasetCard(
                dataset.name(),
                dataset.announcing().metadataId().orElse(""),
                dataset.announcing().topic().value(),
                shown);
    }

    private static void put(Map<String, String> shown, String key, Optional<String> value) {
        value.ifPresent(text -> shown.put(key, text));
    }

    private static String name(CheckMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
