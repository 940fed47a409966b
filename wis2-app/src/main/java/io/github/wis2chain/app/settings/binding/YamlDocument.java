package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Entry;
import io.github.wis2chain.app.settings.binding.Node.Mapping;
import io.github.wis2chain.app.settings.binding.Node.Nothing;
import io.github.wis2chain.app.settings.binding.Node.Scalar;
import io.github.wis2chain.app.settings.binding.Node.Sequence;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads one YAML document into nodes that know their places.
///
/// Duplicate keys, references (`*name`), a second document and deep nesting are problems. As a
/// reference is never followed, a document cannot grow while it is read.
final class YamlDocument {

    private static final int DEEPEST = 20;

    private static final YAMLMapper MAPPER =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(2 * DEEPEST)
                                            .maxNumberLength(100)
                                            .build())
                            .build());

    private final String file;
    private final List<Problem> problems;

    private YamlDocument(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// Reads the text; what is wrong with it is added to `problems`.
    ///
    /// @return the root; nothing if the text is no YAML mapping
    static Optional<Mapping> read(String file, String text, List<Problem> problems) {
        return new YamlDocument(file, problems).read(text);
    }

    private Optional<Mapping> read(String text) {
        try (var parser = (YAMLParser) MAPPER.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.of(new Mapping(new LinkedHashMap<>(), new Place(file, 1, 1)));
            }
            Node root = node(parser, 0);
            if (parser.nextToken() != null) {
                report(place(parser), "a second document begins here; only one is read");
            }
            return switch (root) {
                case Mapping mapping -> Optional.of(mapping);
                case Nothing nothing ->
                        Optional.of(new Mapping(new LinkedHashMap<>(), nothing.place()));
                case Scalar _, Sequence _ -> {
                    report(
                            root.place(),
                            "found %s; a configuration is a section of keys such as `node:`"
                                    .formatted(root.described()));
                    yield Optional.empty();
                }
            };
        } catch (TooDeep deep) {
            report(
                    deep.place,
                    "nested more than %d deep; no setting is that deep".formatted(DEEPEST));
            return Optional.empty();
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            Place place =
                    at == null
                            ? new Place(file, 1, 1)
                            : new Place(
                                    file,
                                    Math.max(1, at.getLineNr()),
                                    Math.max(1, at.getColumnNr()));
            report(place, "this is not YAML: " + firstLine(unreadable.getOriginalMessage()));
            return Optional.empty();
        }
    }

    private Node node(YAMLParser parser, int depth) {
        Place place = place(parser);
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        if (parser.isCurrentAlias()) {
            report(
                    place,
                    "the reference [*%s] is not followed; write the value itself"
                            .formatted(parser.getString()));
            return new Nothing(place);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, place, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, depth + 1));
            }
            return new Sequence(items, place);
        }
        if (token == JsonToken.VALUE_NULL) {
            return new Nothing(place);
        }
        Scalar.Kind kind =
                token.isNumeric()
                        ? Scalar.Kind.NUMBER
                        : token.isBoolean() ? Scalar.Kind.BOOLEAN : Scalar.Kind.TEXT;
        return new Scalar(parser.getString(), kind, place);
    }

    private Node mapping(YAMLParser parser, Place place, int depth) {
        var entries = new LinkedHashMap<String, Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place(parser);
            parser.nextToken();
            Node value = node(parser, depth + 1);
            Entry earlier = entries.putIfAbsent(key, new Entry(keyPlace, value));
            if (earlier != null) {
                report(
                        keyPlace,
                        "the key [%s] stands here for the second time, first in line %d; write it once"
                                .formatted(key, earlier.place().line()));
            }
        }
        return new Mapping(entries, place);
    }

    private Place place(YAMLParser parser) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private void report(Place place, String text) {
        problems.add(new Problem(place.toString(), "", text));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    /// Ends the reading of a document that nests too deep; never leaves this class.
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        private TooDeep(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
