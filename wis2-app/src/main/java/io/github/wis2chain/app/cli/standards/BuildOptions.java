package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.engine.chain.AssetSelection;
import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.MetadataId;
import io.github.wis2chain.standards.wnm.Position;
import io.github.wis2chain.standards.wnm.Temporal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What is said of the notifications to be built.
final class BuildOptions {

    @Option(
            names = "--href",
            paramLabel = "URL",
            description =
                    "Where the world finds the file or record; the URL of a folder, which ends with"
                            + " a slash, gets the file's name.")
    private @Nullable URI href;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "The topic, for the names centre-id and topic of the template.")
    private @Nullable String topic;

    @Option(
            names = "--data-id",
            paramLabel = "TEMPLATE",
            description =
                    "How data_id is made (default: {topic}/{href.name} with --topic, else"
                            + " {href.path}); docs/operations.md lists the names.")
    private @Nullable String dataId;

    @Option(
            names = "--metadata-id",
            paramLabel = "ID",
            description = "The discovery record of the dataset, urn:wmo:md:...")
    private @Nullable String metadataId;

    @Option(
            names = "--time",
            paramLabel = "TIME[/TIME]",
            description =
                    "The time of the data, RFC 3339, or begin and end (default: as the item says;"
                            + " of a file unknown).")
    private @Nullable String time;

    @Option(
            names = "--place",
            paramLabel = "LON,LAT[,HEIGHT]|WEST,SOUTH,EAST,NORTH",
            description =
                    "The place of the data, a point or a rectangle (default: as the item says; of a"
                            + " file unknown).")
    private @Nullable String place;

    @Option(
            names = "--asset",
            paramLabel = "KEY",
            description = "Only the asset of this key; may be given several times.")
    private List<String> assets = List.of();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Assets with this role (default: data, unless --asset is given).")
    private List<String> roles = List.of();

    @Option(
            names = "--digest",
            paramLabel = "METHOD",
            defaultValue = "sha512",
            description = "The digest of a --file (default: ${DEFAULT-VALUE}).")
    private String digest = "sha512";

    @Option(
            names = "--media-type",
            paramLabel = "TYPE",
            description = "The type of a --file (default: by its beginning and its name).")
    private @Nullable String mediaType;

    @Option(
            names = "--inline",
            description = "Put the data of a --file or --metadata inside, if they fit.")
    private boolean inline;

    @Option(names = "--no-cache", description = "Ask Global Caches not to keep the data.")
    private boolean noCache;

    @Option(
            names = "--producer",
            paramLabel = "NAME",
            description = "On whose behalf the data are published.")
    private @Nullable String producer;

    @ArgGroup private Announces announces = new Announces();

    @Mixin private BundleOptions bundle;

    BuildOptions(Terminal terminal) {
        this.bundle = new BundleOptions(terminal);
    }

    /// What the notification announces.
    static final class Announces {

        @Option(names = "--update", description = "The data replace an earlier version.")
        private boolean update;

        @Option(names = "--deletion", description = "The data are withdrawn.")
        private boolean deletion;
    }

    Recipe recipe() {
        Optional<Topic> where = Optional.ofNullable(topic).map(this::topic);
        String template =
                dataId != null ? dataId : where.isPresent() ? "{topic}/{href.name}" : "{href.path}";
        return new Recipe(
                relation(),
                where,
                usable(() -> DataIdTemplate.parse(template)),
                Optional.ofNullable(metadataId).map(id -> usable(() -> new MetadataId(id))),
                Optional.ofNullable(time).map(BuildOptions::time),
                Optional.ofNullable(place).map(text -> usable(() -> place(text))),
                inline,
                !noCache,
                Optional.ofNullable(producer));
    }

    Maker ofItems() {
        refuse(
                href != null,
                "--href is for --file and --metadata; items say where their files are");
        refuse(
                inline,
                "--inline is for --file and --metadata; the data of an item are not at hand");
        Set<String> taken =
                roles.isEmpty() && assets.isEmpty() ? Set.of("data") : Set.copyOf(roles);
        return new ItemMaker(recipe(), new AssetSelection(taken, Set.of(), Set.copyOf(assets)));
    }

    Maker ofFiles(List<String> files) {
        IntegrityMethod method =
                IntegrityMethod.named(digest)
                        .orElseThrow(() ->
                                usage(
                                        "--digest [%s] must be sha256, sha384, sha512, sha3-256, sha3-384 or sha3-512"
                                                .formatted(digest)));
        return new FileMaker(recipe(), at(files), method, Optional.ofNullable(mediaType));
    }

    Maker ofRecords(List<String> files) {
        return new RecordMaker(recipe(), at(files));
    }

    private Place at(List<String> files) {
        if (href == null) {
            throw usage("--href must say where the world finds it");
        }
        var found = new Place(href);
        refuse(
                files.size() > 1 && !found.isFolder(),
                "--href must end with a slash, because there are several files");
        return found;
    }

    private LinkRelation relation() {
        if (announces.deletion) {
            return LinkRelation.DELETION;
        }
        return announces.update ? LinkRelation.UPDATE : LinkRelation.CANONICAL;
    }

    private Topic topic(String text) {
        Topic topic = usable(() -> Topic.parse(text));
        bundle.hierarchy().validatePublication(text).findings(Verdict.FAILED).stream()
                .findFirst()
                .map(Finding::message)
                .ifPresent(fault -> {
                    throw usage("--topic [%s]: %s".formatted(text, fault));
                });
        return topic;
    }

    private static Temporal time(String text) {
        String[] times = text.split("/", -1);
        refuse(times.length > 2, "--time [%s] must be one time or two".formatted(text));
        Instant first = instant(times[0]);
        return times.length == 1
                ? new Temporal.At(first)
                : new Temporal.Between(first, instant(times[1]));
    }

    private static Instant instant(String text) {
        return switch (DateTime.read(text)) {
            case DateTime.Moment moment -> moment.instant();
            case DateTime.Malformed malformed ->
                    throw usage(
                            "--time [%s] %s; a time such as 2026-01-31T06:00:00Z is required"
                                    .formatted(text, malformed.reason()));
        };
    }

    private static Geometry place(String text) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String number : text.split(",", -1)) {
            numbers.add(number(text, number.strip()));
        }
        return switch (numbers.size()) {
            case 2, 3 ->
                    new Geometry.Point(
                            new Position(
                                    numbers.get(0),
                                    numbers.get(1),
                                    numbers.stream().skip(2).findFirst()));
            case 4 ->
                    Geometry.Polygon.box(
                            numbers.get(0).doubleValue(),
                            numbers.get(1).doubleValue(),
                            numbers.get(2).doubleValue(),
                            numbers.get(3).doubleValue());
            default ->
                    throw new IllegalArgumentException(
                            "--place [%s] must have 2 to 4 numbers".formatted(text));
        };
    }

    private static BigDecimal number(String text, String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "--place [%s] must be numbers with commas between".formatted(text), wrong);
        }
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw usage(sentence);
        }
    }

    private static <T> T usable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, sentence);
    }
}
