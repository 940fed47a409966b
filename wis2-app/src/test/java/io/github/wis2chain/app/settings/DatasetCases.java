package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.CheckSettings.Kpi;
import io.github.wis2chain.app.settings.CheckSettings.Mode;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The records of datasets, and of the checks before a publication.
final class DatasetCases {

    private static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";

    private static final WhenSettings ANY =
            new WhenSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static final AssetSettings DATA =
            new AssetSettings(List.of("data"), List.of(), List.of());

    private static final CheckSettings CHECKS =
            new CheckSettings(Mode.BLOCK, Mode.BLOCK, Mode.BLOCK, new Kpi(80, Mode.WARN));

    static final List<RecordCase<?>> ALL =
            List.of(
                    new RecordCase<>(
                            section -> DatasetSettings.read("argo", section),
                            "topic: " + TOPIC,
                            new DatasetSettings(
                                    "argo",
                                    ANY,
                                    Optional.empty(),
                                    TOPIC,
                                    "{centre-id}/{dataset}/{href.path.last(3)}",
                                    DATA,
                                    Optional.empty(),
                                    0,
                                    Optional.empty(),
                                    DatasetSettings.Digest.SHA512,
                                    List.of(),
                                    JsonNodeFactory.instance.objectNode(),
                                    CHECKS),
                            """
                            when: {subject: s}
                            metadata-id: urn:wmo:md:fr-ifremer-argo:cor:msg:argo
                            topic: other
                            data-id: x
                            assets: {keys: [k]}
                            cache: off
                            inline-up-to: 2kB
                            producer: p
                            integrity: sha3-256
                            deletion-types: [gone]
                            properties: {mission: Argo, cycle: 22, live: true, parts: [a, {b: null}]}
                            checks: {links: off}
                            """,
                            new DatasetSettings(
                                    "argo",
                                    new WhenSettings(
                                            Optional.empty(),
                                            Optional.of("s"),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty()),
                                    Optional.of("urn:wmo:md:fr-ifremer-argo:cor:msg:argo"),
                                    "other",
                                    "x",
                                    new AssetSettings(List.of("data"), List.of(), List.of("k")),
                                    Optional.of(false),
                                    2_000,
                                    Optional.of("p"),
                                    DatasetSettings.Digest.SHA3_256,
                                    List.of("gone"),
                                    properties(),
                                    new CheckSettings(
                                            Mode.BLOCK,
                                            Mode.OFF,
                                            Mode.BLOCK,
                                            new Kpi(80, Mode.WARN)))),
                    new RecordCase<>(
                            WhenSettings::read,
                            "",
                            ANY,
                            "{source: a, subject: b, type: c, producer: d, collection: e}",
                            new WhenSettings(
                                    Optional.of("a"),
                                    Optional.of("b"),
                                    Optional.of("c"),
                                    Optional.of("d"),
                                    Optional.of("e"))),
                    new RecordCase<>(
                            AssetSettings::read,
                            "",
                            DATA,
                            "{roles: [], media-types: application/bufr, keys: [a, b]}",
                            new AssetSettings(
                                    List.of(), List.of("application/bufr"), List.of("a", "b"))),
                    new RecordCase<>(
                            CheckSettings::read,
                            "",
                            CHECKS,
                            """
                            notification: warn
                            links: off
                            unreachable: warn
                            kpi: {at-least: 70%, then: block}
                            """,
                            new CheckSettings(
                                    Mode.WARN, Mode.OFF, Mode.WARN, new Kpi(70, Mode.BLOCK))),
                    new RecordCase<>(
                            ByHandSettings::read,
                            "",
                            new ByHandSettings(Mode.BLOCK, CHECKS),
                            "{records: warn, checks: {unreachable: warn}}",
                            new ByHandSettings(
                                    Mode.WARN,
                                    new CheckSettings(
                                            Mode.BLOCK,
                                            Mode.BLOCK,
                                            Mode.WARN,
                                            new Kpi(80, Mode.WARN)))),
                    new RecordCase<>(
                            Kpi::read,
                            "",
                            new Kpi(80, Mode.WARN),
                            "{at-least: 100, then: off}",
                            new Kpi(100, Mode.OFF)));

    private DatasetCases() {}

    private static ObjectNode properties() {
        var json = JsonNodeFactory.instance;
        ObjectNode properties = json.objectNode();
        properties.put("mission", "Argo");
        properties.set("cycle", json.numberNode(new BigDecimal("22")));
        properties.put("live", true);
        properties.putArray("parts").add("a").addObject().putNull("b");
        return properties;
    }
}
