package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.standards.wnm.TestNotification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Where commands are typed: a folder that is gone when it is closed, and a server with files that
/// stand for the official ones.
final class Desk implements AutoCloseable {

    /// A schema that every document breaks, unless it has a member `official`.
    static final String SCHEMA =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
             "required":["id","official"],
             "properties":{"version":{"const":"v04"},"id":{"type":"string","format":"uuid"},"most":{"type":"integer","maximum":10},
              "time":{"type":"string","format":"date-time"}}}
            """;

    static final String TABLE = "Name,Description\ndata,Data\n";

    private final Path folder;
    private final DataServer server;

    Desk() {
        try {
            folder = Files.createTempDirectory("desk");
            server = new DataServer();
            server.put("/schema", utf8(SCHEMA))
                    .put("/table", utf8(TABLE))
                    .put("/zip", zip("a/list.csv", TABLE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    DataServer server() {
        return server;
    }

    /// A file or folder here; the data folder is `data`.
    Path file(String name) {
        return folder.resolve(name);
    }

    /// Fetches all files, some of them from another path of the server.
    Typed.Result sync(Map<String, String> answers, String... further) {
        Map<String, String> usual =
                Map.of(
                        "wnm.json", "schema",
                        "wcmp2.json", "schema",
                        "wme.json", "schema",
                        "event-type.csv", "table",
                        "centre-id.csv", "table",
                        "wth.zip", "zip");
        List<String> arguments = new ArrayList<>(List.of("--allow-internal"));
        usual.forEach((file, answer) -> {
            arguments.add("--source");
            arguments.add(file + "=" + server.url("/" + answers.getOrDefault(file, answer)));
        });
        arguments.addAll(List.of(further));
        return bundle("sync", arguments.toArray(String[]::new));
    }

    Typed.Result bundle(String command, String... arguments) {
        List<String> typed =
                new ArrayList<>(List.of("bundle", command, "--data-dir", file("data").toString()));
        typed.addAll(List.of(arguments));
        return new Typed().run(typed.toArray(String[]::new));
    }

    Typed.Result topic(String... arguments) {
        List<String> all = new ArrayList<>(List.of("topic"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data-dir", file("data").toString()));
        return new Typed().run(all.toArray(String[]::new));
    }

    /// Judges a file by the rules and by what was fetched.
    Typed.Result judge(String kind, String command, Path file) {
        return new Typed()
                .with("WIS2_NODE_DATA_DIR", file("data").toString())
                .run(kind, command, file.toString());
    }

    /// A file with a notification that conforms to the schema here.
    Path official(TestNotification notification) throws IOException {
        return Files.write(file("official.json"), notification.with("/official", "1").asBytes());
    }

    /// All files in the data folder, in order.
    List<Path> filesOfBundle() throws IOException {
        try (Stream<Path> files = Files.walk(file("data"))) {
            return files.sorted().toList();
        }
    }

    static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
