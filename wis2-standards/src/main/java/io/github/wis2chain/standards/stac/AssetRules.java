package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What STAC and its file extension demand of the assets of an item.
final class AssetRules {

    static final List<Rule> ALL =
            List.of(
                    Rule.of(Stac.requirement("assets"), AssetRules::assets),
                    each("assets/href", asset -> Members.requiredText(asset, "href")),
                    each("assets/type", asset -> Members.text(asset, "type")),
                    each(
                            "assets/title",
                            asset -> Members.optional(asset, "title", JsonKind.STRING)),
                    each(
                            "assets/description",
                            asset -> Members.optional(asset, "description", JsonKind.STRING)),
                    each("assets/roles", asset -> Members.texts(asset, "roles")),
                    each("file/size", AssetRules::size),
                    each("file/checksum", AssetRules::checksum),
                    Rule.advice(Stac.requirement("file/checksum"), perAsset(AssetRules::algorithm)),
                    Rule.advice(Stac.requirement("stac_extensions"), AssetRules::undeclared));

    private AssetRules() {}

    private static Rule each(String member, Function<JsonTree, List<Fault>> judge) {
        return Rule.of(Stac.requirement(member), perAsset(judge));
    }

    private static Rule.Check perAsset(Function<JsonTree, List<Fault>> judge) {
        return item ->
                item.object("assets").stream()
                        .flatMap(assets -> assets.members().stream())
                        .filter(JsonTree::isObject)
                        .flatMap(asset -> judge.apply(asset).stream())
                        .limit(Rule.MOST_FAULTS)
                        .toList();
    }

    private static List<Fault> assets(JsonTree item) {
        List<Fault> faults = new ArrayList<>(Members.required(item, "assets", JsonKind.OBJECT));
        item.object("assets").stream()
                .flatMap(assets -> assets.members().stream())
                .filter(asset -> !asset.isObject())
                .limit(Rule.MOST_FAULTS)
                .forEach(asset -> faults.addAll(Members.wrongKind(asset, JsonKind.OBJECT)));
        return faults;
    }

    private static List<Fault> size(JsonTree asset) {
        Optional<JsonTree> size = asset.member("file:size");
        if (size.isEmpty()) {
            return List.of();
        }
        Optional<BigInteger> bytes = size.get().integer();
        if (bytes.isPresent() && bytes.get().signum() >= 0 && bytes.get().bitLength() < Long.SIZE) {
            return List.of();
        }
        return List.of(
                Fault.at(
                        size.get(),
                        "file:size is %s; a whole number of bytes, not negative, is required"
                                .formatted(
                                        size.get().number().isPresent()
                                                ? Members.quoted(size.get().toString())
                                                : size.get().kind().words())));
    }

    private static List<Fault> checksum(JsonTree asset) {
        Optional<JsonTree> checksum = asset.member("file:checksum");
        if (checksum.isEmpty()) {
            return List.of();
        }
        Optional<String> text = checksum.get().text();
        if (text.isEmpty()) {
            return Members.wrongKind(checksum.get(), JsonKind.STRING);
        }
        return switch (Multihash.read(text.get())) {
            case MultihashRead.Sound _ -> List.of();
            case MultihashRead.Malformed(String reason) -> {
                Fault fault =
                        Fault.at(
                                checksum.get(),
                                "file:checksum [%s] %s"
                                        .formatted(Members.quoted(text.get()), reason));
                String lower = text.get().toLowerCase(Locale.ROOT);
                boolean onlyCase = Multihash.read(lower) instanceof MultihashRead.Sound;
                yield List.of(onlyCase ? fault.fixedBy(lower) : fault);
            }
        };
    }

    /// A digest may be sound and still of no use to a notification.
    private static List<Fault> algorithm(JsonTree asset) {
        return asset.text("file:checksum").stream()
                .map(Multihash::read)
                .<Fault>mapMulti((read, faults) -> {
                    if (read instanceof MultihashRead.Sound(Multihash multihash)
                            && multihash.method().isEmpty()) {
                        faults.accept(
                                Fault.at(
                                        asset.pointer("file:checksum"),
                                        "%s is not allowed in a notification; the digest is computed from the data instead"
                                                .formatted(multihash.name())));
                    }
                })
                .toList();
    }

    private static List<Fault> undeclared(JsonTree item) {
        if (item.member("stac_extensions").filter(value -> !value.isArray()).isPresent()) {
            return List.of();
        }
        boolean declared =
                item.each("/stac_extensions")
                        .anyMatch(uri ->
                                uri.text()
                                        .filter(text -> text.startsWith(Stac.FILE_EXTENSION))
                                        .isPresent());
        boolean used =
                item.object("assets").stream()
                        .flatMap(assets -> assets.members().stream())
                        .flatMap(asset -> asset.names().stream())
                        .anyMatch(name -> name.startsWith("file:"));
        return used && !declared
                ? List.of(
                        Fault.at(
                                item.pointer("stac_extensions"),
                                "assets have members of the file extension, which stac_extensions"
                                        + " does not name"))
                : List.of();
    }
}
