package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.run.Payload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An event, or another document, to be sent.
///
/// @param name what it is called in what is printed
/// @param mediaType what its bytes are taken for
record Outgoing(String name, String mediaType, Payload content) {

    private static final String STRUCTURED = "application/cloudevents+json";

    static Outgoing of(String name, byte[] bytes) {
        return new Outgoing(name, STRUCTURED, Payload.of(bytes));
    }

    /// The same, said to be of another media type.
    Outgoing as(String type) {
        return new Outgoing(name, type, content);
    }

    /// Reads files, the files of folders (by name, hidden ones left out), and standard input for `-`.
    static List<Outgoing> read(List<String> names, InputStream in) {
        List<Outgoing> events = new ArrayList<>();
        for (String name : names) {
            try {
                if (name.equals("-")) {
                    events.add(of("standard input", in.readAllBytes()));
                    continue;
                }
                Path path = Path.of(name);
                for (Path file : Files.isDirectory(path) ? filesIn(path) : List.of(path)) {
                    events.add(of(file.toString(), Files.readAllBytes(file)));
                }
            } catch (IOException unreadable) {
                throw new CommandFailure(
                        ExitCode.UNDECIDED,
                        "%s cannot be read; nothing was sent".formatted(name),
                        unreadable);
            }
        }
        return events;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
