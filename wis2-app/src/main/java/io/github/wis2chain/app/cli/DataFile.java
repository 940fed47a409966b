package io.github.wis2chain.app.cli;

import io.github.wis2chain.standards.generation.MediaTypes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/// A data file that an event is made for: a CloudEvent with a STAC item that has the file as its one
/// asset, with size and SHA-256 multihash (STAC file extension).
final class DataFile {

    /// The multihash of SHA-256: its code and its length in front of the digest.
    private static final String SHA_256_MULTIHASH = "1220";

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The data file.")
    private @Nullable Path file;

    @Option(
            names = "--href",
            required = true,
            paramLabel = "URL",
            description = "Where the world finds it.")
    private @Nullable URI href;

    @Option(
            names = "--subject",
            paramLabel = "TEXT",
            description = "The event's subject, by which datasets are found.")
    private @Nullable String subject;

    @Option(
            names = "--type",
            paramLabel = "TEXT",
            description = "The event's type (default: io.github.wis2chain.file.created).")
    private String type = "io.github.wis2chain.file.created";

    @Option(
            names = "--producer",
            paramLabel = "TEXT",
            description = "The event's source (default: wis2-event-send).")
    private String producer = "wis2-event-send";

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "The time of the data, RFC 3339 (default: when the file was last changed).")
    private @Nullable String time;

    @Option(
            names = "--point",
            paramLabel = "LON,LAT",
            description = "The place of the data, in degrees (default: none).")
    private @Nullable String point;

    @Option(
            names = "--media-type",
            paramLabel = "TYPE",
            description = "The file's media type (default: by its beginning and its name).")
    private @Nullable String mediaType;

    /// The event.
    Outgoing event() {
        Path data = Objects.requireNonNull(file);
        String name = String.valueOf(data.getFileName());
        try {
            return Outgoing.of(name, new JsonMapper().writeValueAsBytes(event(data, name)));
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "%s cannot be read; nothing was sent".formatted(data),
                    unreadable);
        }
    }

    private ObjectNode event(Path data, String name) throws IOException {
        ObjectNode event = new JsonMapper().createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", producer);
        event.put("type", type);
        if (subject != null) {
            event.put("subject", subject);
        }
        event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("datacontenttype", "application/json");
        ObjectNode item = event.putObject("data");
        item.put("type", "Feature");
        item.put("stac_version", "1.1.0");
        item.putArray("stac_extensions")
                .add("https://stac-extensions.github.io/file/v2.1.0/schema.json");
        item.put("id", name);
        place(item);
        item.putObject("properties").put("datetime", time(data).toString());
        item.putArray("links");
        asset(item.putObject("assets").putObject(name), data, name);
        return event;
    }

    private void asset(ObjectNode asset, Path data, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(data);
        asset.put("href", Objects.requireNonNull(href).toString());
        asset.put("type", mediaType != null ? mediaType : MediaTypes.of(name, bytes));
        asset.putArray("roles").add("data");
        asset.put("file:size", bytes.length);
        asset.put("file:checksum", SHA_256_MULTIHASH + HexFormat.of().formatHex(sha256(bytes)));
    }

    private void place(ObjectNode item) {
        if (point == null) {
            item.putNull("geometry");
            return;
        }
        String[] parts = point.split(",", -1);
        double[] degrees = new double[2];
        try {
            degrees[0] = Double.parseDouble(parts[0].strip());
            degrees[1] = Double.parseDouble(parts[1].strip());
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
            throw badPoint(wrong);
        }
        if (parts.length > 2 || !(Math.abs(degrees[0]) <= 180) || !(Math.abs(degrees[1]) <= 90)) {
            throw badPoint(new IllegalArgumentException(point));
        }
        item.putArray("bbox").add(degrees[0]).add(degrees[1]).add(degrees[0]).add(degrees[1]);
        ObjectNode geometry = item.putObject("geometry");
        geometry.put("type", "Point");
        geometry.putArray("coordinates").add(degrees[0]).add(degrees[1]);
    }

    private CommandFailure badPoint(RuntimeException cause) {
        return new CommandFailure(
                ExitCode.USAGE,
                "--point [%s] must be a longitude from -180 to 180, a comma, and a latitude from -90 to 90"
                        .formatted(point),
                cause);
    }

    private Instant time(Path data) throws IOException {
        if (time == null) {
            return Files.getLastModifiedTime(data).toInstant().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException wrong) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--time [%s] must be a time such as 2026-11-23T21:00:00Z".formatted(time),
                    wrong);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
