package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Entry;
import io.github.wis2chain.app.settings.binding.Node.Mapping;
import io.github.wis2chain.app.settings.binding.Node.Nothing;
import io.github.wis2chain.app.settings.binding.Node.Scalar;
import io.github.wis2chain.app.settings.binding.Node.Sequence;
import io.github.wis2chain.standards.topics.Nearest;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// A section of a configuration while it is read.
///
/// A record asks for each of its keys once, by name and type, and then calls {@link #build}. What
/// was not asked for is unknown, what cannot be read is noted, and both are reported together with
/// everything else. The environment variable of a key, if set, wins over the file.
public final class Section {

    private static final String SECRET = "a secret, ${NAME} or file:PATH";

    private final Reading reading;
    private final String path;
    private final Mapping mapping;
    private final Shown.Branch shown;
    private final Set<String> known = new LinkedHashSet<>();

    Section(Reading reading, String path, Mapping mapping, Shown.Branch shown) {
        this.reading = reading;
        this.path = path;
        this.mapping = mapping;
        this.shown = shown;
    }

    /// A key that must be there.
    public <T> Value<T> required(String key, Type<T> type) {
        return find(key)
                .map(found -> read(found, type))
                .orElseGet(() -> {
                    report(
                            mapping.place().toString(),
                            key,
                            "it is missing; required: " + type.required());
                    return Value.faulty();
                });
    }

    /// A key with a default, given as it would be written in the file.
    public <T> Value<T> optional(String key, Type<T> type, String standard) {
        return find(key)
                .map(found -> read(found, type))
                .orElseGet(() -> {
                    shown.put(key, new Shown.Leaf(standard, Shown.Form.TEXT, "default"));
                    return Value.of(type.read(standard));
                });
    }

    /// A key that may be absent.
    public <T> Value<Optional<T>> optional(String key, Type<T> type) {
        return find(key)
                .map(found -> read(found, type).map(Optional::of))
                .orElseGet(() -> Value.of(Optional.empty()));
    }

    /// A path, relative to the folder of the configuration file.
    public Value<Path> path(String key, String standard) {
        return optional(key, pathType(), standard);
    }

    /// A path that may be absent.
    public Value<Optional<Path>> path(String key) {
        return optional(key, pathType());
    }

    /// The type of paths, for keys of other shapes.
    public Type<Path> pathType() {
        return Types.TEXT.as(reading::path);
    }

    /// A secret that may be absent: the text itself, `${NAME}`, or `file:PATH`.
    public Value<Optional<Secret>> secret(String key) {
        var type = new Type<>(SECRET, reading::secret);
        return find(key)
                .map(found ->
                        found.readHidden(reading, type, leaf -> shown.put(key, leaf))
                                .map(Optional::of))
                .orElseGet(() -> Value.of(Optional.empty()));
    }

    /// A secret that must be there.
    public Value<Secret> requiredSecret(String key) {
        Value<Optional<Secret>> secret = secret(key);
        if (secret.isFaulty() || secret.get().isPresent()) {
            return secret.map(present -> present.orElseThrow());
        }
        report(mapping.place().toString(), key, "it is missing; required: " + SECRET);
        return Value.faulty();
    }

    /// A list; a single value is a list of one, and an environment variable separates by commas.
    public <T> Value<List<T>> list(String key, Type<T> type) {
        return list(key, type, List.of());
    }

    /// A list with a default, given as it would be written in the file.
    public <T> Value<List<T>> list(String key, Type<T> type, List<String> standard) {
        known.add(key);
        var listed = Listed.of(reading, mapping.entries().get(key), at(key), standard);
        List<Shown> items = new ArrayList<>();
        List<Value<T>> values = new ArrayList<>();
        listed.items().forEach(item -> values.add(item.read(reading, type, items::add)));
        if (!items.isEmpty()) {
            shown.put(key, new Shown.Items(items, listed.origin()));
        }
        return Value.all(values);
    }

    /// A section below; a missing one is read as an empty one, so that its defaults apply.
    public <T> Value<T> section(String key, Function<Section, Value<T>> reader) {
        known.add(key);
        Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return reader.apply(below(key, new Mapping(Map.of(), mapping.place())));
        }
        return switch (entry.value()) {
            case Mapping below -> reader.apply(below(key, below));
            case Nothing nothing ->
                    reader.apply(below(key, new Mapping(Map.of(), nothing.place())));
            case Scalar _, Sequence _ -> {
                report(
                        entry.value().place().toString(),
                        key,
                        "found %s; required: a section of keys"
                                .formatted(entry.value().described()));
                yield Value.faulty();
            }
        };
    }

    /// A section that counts only when it is written, or set in the environment.
    public <T> Value<Optional<T>> optionalSection(String key, Function<Section, Value<T>> reader) {
        known.add(key);
        return has(key) ? section(key, reader).map(Optional::of) : Value.of(Optional.empty());
    }

    /// Whether the file or the environment says anything about a key.
    public boolean has(String key) {
        return mapping.entries().containsKey(key) || reading.overridesWithin(at(key));
    }

    /// A section whose keys are names that the operator gives.
    public <T> Value<Map<String, T>> named(
            String key, BiFunction<String, Section, Value<T>> reader) {
        return byName(key, (below, name) -> below.section(name, each -> reader.apply(name, each)));
    }

    /// Names that the operator gives, each with a value.
    public <T> Value<Map<String, T>> namedValues(String key, Type<T> type) {
        return byName(key, (below, name) -> below.required(name, type));
    }

    private <T> Value<Map<String, T>> byName(
            String key, BiFunction<Section, String, Value<T>> reader) {
        return section(
                key,
                below -> {
                    var values = new LinkedHashMap<String, Value<T>>();
                    below.mapping
                            .entries()
                            .keySet()
                            .forEach(name -> values.put(name, reader.apply(below, name)));
                    return Value.all(values);
                });
    }

    /// Whether the file or the environment has a value for a key that is not read.
    public boolean isGiven(String key) {
        known.add(key);
        return mapping.entries().containsKey(key) || reading.override(at(key)).isPresent();
    }

    /// A list of sections.
    public <T> Value<List<T>> sections(String key, Function<Section, Value<T>> reader) {
        known.add(key);
        Entry entry = mapping.entries().get(key);
        return entry == null
                ? Value.of(List.of())
                : new SectionList(reading, at(key), entry)
                        .read(reader, sections -> shown.put(key, sections));
    }

    /// A section kept in a file of its own, whose path the key gives; empty if the key is absent.
    public <T> Value<Optional<T>> file(String key, Function<Section, Value<T>> reader) {
        Value<Optional<Path>> file = path(key);
        if (file.isFaulty()) {
            return Value.faulty();
        }
        if (file.get().isEmpty()) {
            return Value.of(Optional.empty());
        }
        return ConfigurationFile.readPart(file.get().get(), reading)
                .map(part -> reader.apply(new Section(reading, "", part, new Shown.Branch())))
                .map(value -> value.map(Optional::of))
                .orElseGet(Value::faulty);
    }

    /// Free JSON, for what is passed on into documents.
    public Value<ObjectNode> json(String key) {
        return section(
                key,
                below ->
                        Value.of(new FreeJson(reading).of(below.path, below.mapping, below.shown)));
    }

    /// Notes a problem of a key, where the file has it.
    public void problem(String key, String text) {
        Entry entry = mapping.entries().get(key);
        Place place = entry == null ? mapping.place() : entry.value().place();
        report(place.toString(), key, text);
    }

    /// Makes the record of this section, and reports the keys that were not asked for.
    ///
    /// @param maker takes the values; what its constructor refuses is a problem of this section
    public <T> Value<T> build(Supplier<T> maker) {
        mapping.entries()
                .forEach((key, entry) -> {
                    if (!known.contains(key)) {
                        report(entry.place().toString(), key, unknown(key));
                    }
                });
        try {
            return Value.of(maker.get());
        } catch (Value.Faulty faulty) {
            return Value.faulty();
        } catch (IllegalArgumentException refused) {
            reading.report(mapping.place().toString(), path, String.valueOf(refused.getMessage()));
            return Value.faulty();
        }
    }

    private String unknown(String key) {
        return Nearest.to(key, known)
                .map(near -> "unknown key; the nearest known key is [%s]".formatted(near))
                .orElseGet(() ->
                        "unknown key; known here: "
                                + String.join(", ", known.stream().sorted().toList()));
    }

    private Optional<Found> find(String key) {
        known.add(key);
        String at = at(key);
        Optional<String> override = reading.override(at);
        if (override.isPresent()) {
            return Optional.of(
                    new Found(
                            at,
                            override.get(),
                            null,
                            "environment variable " + Reading.variable(at)));
        }
        return Optional.ofNullable(mapping.entries().get(key))
                .map(entry -> new Found(at, "", entry.value(), entry.value().place().toString()));
    }

    private <T> Value<T> read(Found found, Type<T> type) {
        return found.read(reading, type, leaf -> shown.put(keyOf(found), leaf));
    }

    private Section below(String key, Mapping below) {
        var branch = new Shown.Branch();
        shown.put(key, branch);
        return new Section(reading, at(key), below, branch);
    }

    private void report(String place, String key, String text) {
        reading.report(place, at(key), text);
    }

    private String keyOf(Found found) {
        return found.path().substring(path.isEmpty() ? 0 : path.length() + 1);
    }

    private String at(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
