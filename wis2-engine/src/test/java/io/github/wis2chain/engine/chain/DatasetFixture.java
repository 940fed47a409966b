package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A dataset for Argo profiles that takes every event of the fixtures, until one thing is changed.
public record DatasetFixture(Dataset dataset) {

    static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";
    static final String METADATA_ID = "urn:wmo:md:fr-ifremer-argo:cor:msg:argo";

    public static DatasetFixture aDataset() {
        return new DatasetFixture(
                new Dataset(
                        "argo-bufr",
                        new Selection(
                                Optional.of(Chain.SOURCE),
                                Optional.of("diffusion/files/example/argo/*"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new Announcing(
                                Topic.parse(TOPIC),
                                Optional.of(METADATA_ID),
                                DataIdTemplate.parse(
                                        "{centre-id}/data/core/ocean/{href.path.last(3)}"),
                                Announcing.Options.NONE,
                                Announcing.DELETIONS),
                        AssetSelection.DATA,
                        Checks.DEFAULT));
    }

    /// A node of the same centre with these datasets.
    public static Datasets all(Dataset... datasets) {
        return new Datasets(List.of(datasets), EventLimits.DEFAULT, ByHand.of("fr-ifremer-argo"));
    }

    DatasetFixture named(String name) {
        return new DatasetFixture(
                new Dataset(
                        name,
                        dataset.when(),
                        dataset.announcing(),
                        dataset.assets(),
                        dataset.checks()));
    }

    DatasetFixture from(String source) {
        Selection when = dataset.when();
        return when(
                new Selection(
                        Optional.of(new SourceName(source)),
                        when.subject(),
                        when.type(),
                        when.producer(),
                        when.collection()));
    }

    DatasetFixture when(Selection when) {
        return new DatasetFixture(
                new Dataset(
                        dataset.name(),
                        when,
                        dataset.announcing(),
                        dataset.assets(),
                        dataset.checks()));
    }

    DatasetFixture withAssets(Set<String> roles, Set<String> mediaTypes, Set<String> keys) {
        return new DatasetFixture(
                new Dataset(
                        dataset.name(),
                        dataset.when(),
                        dataset.announcing(),
                        new AssetSelection(roles, mediaTypes, keys),
                        dataset.checks()));
    }

    DatasetFixture withChecks(
            CheckMode notification, CheckMode links, CheckMode unreachable, CheckMode kpi) {
        return new DatasetFixture(
                new Dataset(
                        dataset.name(),
                        dataset.when(),
                        dataset.announcing(),
                        dataset.assets(),
                        new Checks(notification, links, unreachable, kpi, 80)));
    }

    /// The same with links checked in that way.
    DatasetFixture withLinks(CheckMode links) {
        return withChecks(CheckMode.BLOCK, links, CheckMode.BLOCK, CheckMode.WARN);
    }

    DatasetFixture withDataId(String template) {
        Announcing announcing = dataset.announcing();
        return announcing(
                announcing.metadataId(), DataIdTemplate.parse(template), announcing.options());
    }

    DatasetFixture onTopic(String topic) {
        Announcing announcing = dataset.announcing();
        return new DatasetFixture(
                new Dataset(
                        dataset.name(),
                        dataset.when(),
                        new Announcing(
                                Topic.parse(topic),
                                announcing.metadataId(),
                                announcing.dataId(),
                                announcing.options(),
                                announcing.deletionTypes()),
                        dataset.assets(),
                        dataset.checks()));
    }

    DatasetFixture withoutMetadataId() {
        Announcing announcing = dataset.announcing();
        return announcing(Optional.empty(), announcing.dataId(), announcing.options());
    }

    /// The same with data of at most that many bytes put into the notification.
    DatasetFixture withInlineUpTo(int bytes) {
        return withOptions(
                new Announcing.Options(
                        Optional.empty(),
                        Optional.empty(),
                        bytes,
                        IntegrityMethod.SHA512,
                        dataset.announcing().options().properties()));
    }

    DatasetFixture withProperties(Map<String, JsonTree> properties) {
        return withOptions(
                new Announcing.Options(
                        Optional.of(false),
                        Optional.of("fr-ifremer"),
                        0,
                        IntegrityMethod.SHA512,
                        properties));
    }

    private DatasetFixture withOptions(Announcing.Options options) {
        Announcing announcing = dataset.announcing();
        return announcing(announcing.metadataId(), announcing.dataId(), options);
    }

    private DatasetFixture announcing(
            Optional<String> metadataId, DataIdTemplate dataId, Announcing.Options options) {
        Announcing announcing = dataset.announcing();
        return new DatasetFixture(
                new Dataset(
                        dataset.name(),
                        dataset.when(),
                        new Announcing(
                                announcing.topic(),
                                metadataId,
                                dataId,
                                options,
                                announcing.deletionTypes()),
                        dataset.assets(),
                        dataset.checks()));
    }
}
