package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Mapping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A configuration file and how it is read as a whole.
public final class ConfigurationFile {

    private static final int LARGEST = 1_000_000;

    private ConfigurationFile() {}

    /// What was read, and how it is shown.
    ///
    /// @param settings the root record
    /// @param shown every setting with its effective value and origin
    public record Read<T>(T settings, Shown.Branch shown) {}

    /// Reads a file.
    ///
    /// @param root makes the settings of the root section
    /// @throws InvalidSettings with every problem found
    public static <T> Read<T> read(
            Path file, Map<String, String> environment, Function<Section, Value<T>> root)
            throws InvalidSettings {
        String name = file.toString();
        List<Problem> problems = new ArrayList<>();
        Optional<String> text = text(file, problems);
        if (text.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        return read(name, text.get(), folder, environment, root);
    }

    /// Reads a text as if it were a file in this folder.
    ///
    /// @throws InvalidSettings with every problem found
    public static <T> Read<T> read(
            String name,
            String text,
            Path folder,
            Map<String, String> environment,
            Function<Section, Value<T>> root)
            throws InvalidSettings {
        List<Problem> problems = new ArrayList<>();
        Optional<Mapping> mapping = YamlDocument.read(name, text, problems);
        if (mapping.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        var reading = new Reading(environment, folder, problems);
        reading.noteReferences(mapping.get());
        var shown = new Shown.Branch();
        Value<T> settings = root.apply(new Section(reading, "", mapping.get(), shown));
        reading.reportUnknownVariables();
        if (!problems.isEmpty() || settings.isFaulty()) {
            throw new InvalidSettings(inFileOrder(problems));
        }
        return new Read<>(settings.get(), shown);
    }

    /// Reads another file of the same strictness, such as a list of users; its problems join those of
    /// the section that names it.
    static Optional<Mapping> readPart(Path file, Reading reading) {
        List<Problem> problems = new ArrayList<>();
        Optional<Mapping> mapping =
                text(file, problems)
                        .flatMap(text -> YamlDocument.read(file.toString(), text, problems));
        problems.forEach(
                problem -> reading.report(problem.place(), problem.path(), problem.text()));
        mapping.ifPresent(reading::noteReferences);
        return mapping;
    }

    static Mapping empty(String file) {
        return new Mapping(new LinkedHashMap<>(), new Place(file, 1, 1));
    }

    /// Why a file could not be read or written, in words.
    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case CharacterCodingException _ -> "it is not UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static Optional<String> text(Path file, List<Problem> problems) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                problems.add(new Problem(name, "", "this is a folder; a YAML file is required"));
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST) {
                problems.add(
                        new Problem(
                                name,
                                "",
                                "the file has %d bytes; a configuration has at most %d"
                                        .formatted(Files.size(file), LARGEST)));
                return Optional.empty();
            }
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (IOException failure) {
            problems.add(
                    new Problem(
                            name, "", "the file cannot be read: %s".formatted(reason(failure))));
            return Optional.empty();
        }
    }

    /// Sorted by line where the place has one, so that a person can go through the file once.
    private static List<Problem> inFileOrder(List<Problem> problems) {
        return problems.stream().sorted(Comparator.comparingInt(ConfigurationFile::line)).toList();
    }

    private static int line(Problem problem) {
        String[] parts = problem.place().split(":", -1);
        String line = parts.length < 3 ? "" : parts[parts.length - 2];
        return line.chars().allMatch(Character::isDigit) && !line.isEmpty()
                ? Integer.parseInt(line)
                : Integer.MAX_VALUE;
    }
}
