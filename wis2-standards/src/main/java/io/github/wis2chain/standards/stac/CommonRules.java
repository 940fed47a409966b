package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What STAC says of the members that every item and asset may have (common metadata), and the file extension of those
/// that nothing is decided by. A notification does not depend on them, so their faults are advice.
final class CommonRules {

    private static final List<String> TEXTS =
            List.of("license", "platform", "constellation", "mission");

    /// Types of values in bands, from 1.1 on.
    private static final Set<String> DATA_TYPES =
            Set.of(
                    "int8",
                    "int16",
                    "int32",
                    "int64",
                    "uint8",
                    "uint16",
                    "uint32",
                    "uint64",
                    "float16",
                    "float32",
                    "float64",
                    "cint16",
                    "cint32",
                    "cfloat32",
                    "cfloat64",
                    "other");

    private static final Set<String> NO_NUMBERS = Set.of("nan", "inf", "-inf");

    private static final Set<String> BYTE_ORDERS = Set.of("big-endian", "little-endian");

    static final List<Rule> ALL =
            List.of(
                    Rule.advice(Stac.requirement("common-metadata"), CommonRules::common),
                    Rule.advice(Stac.requirement("common-metadata/1.1"), CommonRules::since11),
                    Rule.advice(Stac.requirement("file"), CommonRules::file));

    private CommonRules() {}

    /// Whether the item follows STAC 1.1, which has members that 1.0 does not define.
    static boolean is11(JsonTree item) {
        return item.text("stac_version").filter(version -> version.startsWith("1.1.")).isPresent();
    }

    /// The objects that may have common metadata: the properties and the assets.
    private static List<JsonTree> bearers(JsonTree item) {
        List<JsonTree> bearers = new ArrayList<>();
        item.object("properties").ifPresent(bearers::add);
        item.object("assets").ifPresent(assets -> bearers.addAll(assets.members()));
        return bearers;
    }

    private static List<Fault> common(JsonTree item) {
        var faults = new Faults();
        // Those of the assets are judged with the assets.
        item.object("properties")
                .ifPresent(
                        p -> faults.optional(p, List.of("title", "description"), JsonKind.STRING));
        for (JsonTree bearer : bearers(item)) {
            if (faults.isFull()) {
                break;
            }
            faults.optional(bearer, TEXTS, JsonKind.STRING);
            texts(bearer, "instruments", faults);
            faults.optional(bearer, "gsd", JsonKind.NUMBER)
                    .filter(gsd -> gsd.number().filter(metres -> metres.signum() > 0).isEmpty())
                    .ifPresent(gsd ->
                            faults.add(
                                    gsd,
                                    "gsd is %s; a distance of more than 0 metres is required"
                                            .formatted(Faults.quoted(gsd))));
            for (JsonTree provider : faults.items(bearer, "providers", 0)) {
                if (faults.is(provider, JsonKind.OBJECT)) {
                    faults.required(provider, "name", JsonKind.STRING);
                    faults.optional(provider, List.of("description", "url"), JsonKind.STRING);
                    texts(provider, "roles", faults);
                }
            }
        }
        return faults.found();
    }

    private static List<Fault> since11(JsonTree item) {
        var faults = new Faults();
        if (!is11(item)) {
            return faults.found();
        }
        for (JsonTree bearer : bearers(item)) {
            if (faults.isFull()) {
                break;
            }
            texts(bearer, "keywords", faults);
            values(bearer, faults);
            for (JsonTree band : faults.items(bearer, "bands", 0)) {
                if (faults.is(band, JsonKind.OBJECT)) {
                    faults.optional(band, List.of("name", "description"), JsonKind.STRING);
                    values(band, faults);
                }
            }
        }
        return faults.found();
    }

    /// What is told of the values of a file or of one of its bands.
    private static void values(JsonTree bearer, Faults faults) {
        oneOf(bearer, "data_type", DATA_TYPES, faults);
        faults.optional(bearer, "unit", JsonKind.STRING);
        faults.optional(bearer, "statistics", JsonKind.OBJECT);
        bearer.member("nodata")
                .filter(nodata ->
                        nodata.number().isEmpty()
                                && nodata.text().filter(NO_NUMBERS::contains).isEmpty())
                .ifPresent(nodata ->
                        faults.add(
                                nodata,
                                "nodata is %s; a number, nan, inf or -inf is required"
                                        .formatted(Faults.quoted(nodata))));
    }

    private static List<Fault> file(JsonTree item) {
        var faults = new Faults();
        for (JsonTree asset : item.object("assets").map(JsonTree::members).orElse(List.of())) {
            if (faults.isFull()) {
                break;
            }
            oneOf(asset, "file:byte_order", BYTE_ORDERS, faults);
            faults.optional(asset, "file:header_size", JsonKind.NUMBER)
                    .filter(size -> size.integer().filter(bytes -> bytes.signum() >= 0).isEmpty())
                    .ifPresent(size ->
                            faults.add(
                                    size,
                                    "file:header_size is %s; a whole number of bytes, not negative, is required"
                                            .formatted(Faults.quoted(size))));
            faults.optional(asset, "file:local_path", JsonKind.STRING)
                    .filter(path -> !isLocalPath(path.text().orElse("")))
                    .ifPresent(path ->
                            faults.add(
                                    path,
                                    "file:local_path is %s; a relative path whose parts neither begin nor end with a hyphen is required"
                                            .formatted(Faults.quoted(path))));
            for (JsonTree value : faults.items(asset, "file:values", 1)) {
                if (faults.is(value, JsonKind.OBJECT)) {
                    faults.requiredMember(value, "values", "an array")
                            .ifPresent(values -> faults.items(values, 1));
                    faults.required(value, "summary", JsonKind.STRING);
                }
            }
        }
        return faults.found();
    }

    private static boolean isLocalPath(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.startsWith("-") || part.endsWith("-")) {
                return false;
            }
        }
        return true;
    }

    private static void texts(JsonTree bearer, String name, Faults faults) {
        for (JsonTree text : faults.items(bearer, name, 0)) {
            faults.is(text, JsonKind.STRING);
        }
    }

    private static void oneOf(JsonTree bearer, String name, Set<String> words, Faults faults) {
        Optional<JsonTree> wrong =
                faults.optional(bearer, name, JsonKind.STRING)
                        .filter(value -> !words.contains(value.text().orElse("")));
        wrong.ifPresent(value ->
                faults.add(
                        value,
                        "%s is %s, which STAC does not know"
                                .formatted(name, Faults.quoted(value))));
    }
}
