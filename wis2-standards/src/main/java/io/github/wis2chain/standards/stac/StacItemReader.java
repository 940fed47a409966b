package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads STAC items 1.0 and 1.1 from JSON, such as the data of an event. No content makes it throw.
public final class StacItemReader {

    private static final List<Rule> RULES = rules();

    private StacItemReader() {}

    /// Judges a document by every rule, and reads it if it conforms.
    public static ItemRead read(JsonTree document) {
        if (!document.isObject()) {
            return new ItemRead.Refused(
                    new Report(
                            Profile.STRICT,
                            List.of(
                                    Finding.failed(
                                            Stac.requirement("item"),
                                            document.pointer(),
                                            "the STAC item is %s; an object is required"
                                                    .formatted(document.kind().words())))));
        }
        var report = new Report(Profile.STRICT, Rule.judge(RULES, document));
        return report.conforms()
                ? new ItemRead.Accepted(item(document), report)
                : new ItemRead.Refused(report);
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(ItemRules.ALL);
        rules.addAll(PlaceRules.ALL);
        rules.addAll(ItemTimeRules.ALL);
        rules.addAll(AssetRules.ALL);
        rules.addAll(CommonRules.ALL);
        return List.copyOf(rules);
    }

    /// The item of a document that every rule accepts.
    private static StacItem item(JsonTree document) {
        JsonTree properties = document.object("properties").orElseThrow();
        return new StacItem(
                document.text("id").orElseThrow(),
                document.text("stac_version").orElseThrow(),
                texts(document, "stac_extensions"),
                document.text("collection"),
                document.member("geometry").orElseThrow(),
                document.each("/bbox").flatMap(number -> number.number().stream()).toList(),
                time(properties),
                properties,
                document.object("assets").orElseThrow().members().stream()
                        .map(StacItemReader::asset)
                        .toList(),
                document);
    }

    private static ItemTime time(JsonTree properties) {
        Optional<ItemTime> nominal = instant(properties, "datetime").map(ItemTime.At::new);
        return nominal.orElseGet(() ->
                new ItemTime.Between(
                        instant(properties, "start_datetime").orElseThrow(),
                        instant(properties, "end_datetime").orElseThrow()));
    }

    static Optional<Instant> instant(JsonTree properties, String name) {
        return properties
                .text(name)
                .flatMap(text ->
                        switch (DateTime.read(text)) {
                            case DateTime.Moment moment -> Optional.of(moment.instant());
                            case DateTime.Malformed _ -> Optional.empty();
                        });
    }

    private static StacAsset asset(JsonTree asset) {
        return new StacAsset(
                asset.name(),
                asset.text("href").orElseThrow(),
                asset.text("type"),
                asset.text("title"),
                texts(asset, "roles"),
                asset.integer("file:size").map(BigInteger::longValueExact),
                asset.text("file:checksum").flatMap(StacItemReader::multihash),
                asset);
    }

    private static Optional<Multihash> multihash(String hex) {
        return switch (Multihash.read(hex)) {
            case MultihashRead.Sound(Multihash multihash) -> Optional.of(multihash);
            case MultihashRead.Malformed _ -> Optional.empty();
        };
    }

    private static List<String> texts(JsonTree parent, String name) {
        return parent.array(name).stream()
                .flatMap(array -> array.items().stream())
                .flatMap(item -> item.text().stream())
                .toList();
    }
}
