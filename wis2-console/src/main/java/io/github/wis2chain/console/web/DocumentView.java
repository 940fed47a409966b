package io.github.wis2chain.console.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A document laid out in lines, each with the JSON Pointer of what stands on it, so that a finding
/// can be shown at its place. Numbers, order and repeated members stay as they were sent.
///
/// @param json it is JSON, laid out; otherwise, and where that would give too many lines, the lines are
///     those of the text
record DocumentView(boolean json, List<Line> lines) {

    /// A page with more would be too much for a browser, and making it too much for the node.
    static final int MOST_LINES = 5000;

    /// Characters: a megabyte of them would be waited for, and not be read.
    private static final int MOST_SHOWN = 100_000;

    private static final int MOST_IN_LINE = 2000;

    private static final String INDENT = "  ";

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(200)
                                    .maxNumberLength(1000)
                                    .maxStringLength(16 << 20)
                                    .build())
                    .build();

    DocumentView {
        lines = List.copyOf(lines);
    }

    static DocumentView of(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            List<Line> lines = new Layout(parser).lines();
            return lines.isEmpty() || lines.size() > MOST_LINES
                    ? plain(text)
                    : new DocumentView(true, lines);
        } catch (JacksonException malformed) {
            return plain(text);
        }
    }

    /// The document in lines, as it can be edited.
    String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /// The lines that a page shows: as many as are not too much to load, and those that are marked.
    Shown shown(Set<Integer> marked) {
        List<Line> shown = new ArrayList<>();
        boolean whole = true;
        int characters = 0;
        for (Line line : lines) {
            Line cut = line.cut();
            characters += cut.text().length();
            boolean fits = characters <= MOST_SHOWN;
            if (fits || marked.contains(line.number())) {
                shown.add(cut);
            }
            whole &= fits && cut.equals(line);
        }
        return new Shown(shown, whole);
    }

    /// Lines of a document on a page.
    ///
    /// @param whole nothing was left out
    record Shown(List<Line> lines, boolean whole) {}

    /// The number of the line where this place is, or where the nearest one above it is that
    /// exists.
    Optional<Integer> lineOf(String pointer) {
        if (!json || pointer.isEmpty()) {
            return Optional.empty();
        }
        String wanted = pointer;
        while (!wanted.isEmpty()) {
            for (Line line : lines) {
                if (line.pointer().equals(wanted)) {
                    return Optional.of(line.number());
                }
            }
            wanted = wanted.substring(0, Math.max(0, wanted.lastIndexOf('/')));
        }
        return Optional.empty();
    }

    private static DocumentView plain(String text) {
        List<Line> lines = new ArrayList<>();
        for (String each : text.split("\n", MOST_LINES)) {
            lines.add(
                    new Line(lines.size() + 1, "", "", "", each.replace("\r", ""), Kind.TEXT, ""));
        }
        return new DocumentView(false, lines);
    }

    /// One line.
    ///
    /// @param pointer of what begins here; empty for closing brackets and for the whole
    /// @param tail comma or nothing
    record Line(
            int number,
            String pointer,
            String indent,
            String name,
            String value,
            Kind kind,
            String tail) {

        /// The line with names and values as long as can be read.
        Line cut() {
            return new Line(
                    number,
                    pointer,
                    indent,
                    Text.cut(name, MOST_IN_LINE),
                    Text.cut(value, MOST_IN_LINE),
                    kind,
                    tail);
        }

        String text() {
            return indent + (name.isEmpty() ? "" : name + ": ") + value + tail;
        }
    }

    /// What the value of a line is.
    enum Kind {
        STRING("s"),
        NUMBER("n"),
        WORD("w"),
        BRACKET("b"),
        TEXT("t");

        final String css;

        Kind(String css) {
            this.css = css;
        }
    }

    private static final class Layout {

        private final JsonParser parser;
        private final List<Line> lines = new ArrayList<>();
        private final Deque<Level> levels = new ArrayDeque<>();
        private String name = "";

        Layout(JsonParser parser) {
            this.parser = parser;
        }

        /// All lines; if there are too many, some more than may be shown.
        List<Line> lines() {
            JsonToken token = parser.nextToken();
            while (token != null && lines.size() <= MOST_LINES) {
                take(token);
                token = parser.nextToken();
            }
            return lines;
        }

        private void take(JsonToken token) {
            switch (token) {
                case PROPERTY_NAME -> name = parser.currentName();
                case START_OBJECT -> open("{", "}", false);
                case START_ARRAY -> open("[", "]", true);
                case END_OBJECT, END_ARRAY -> close();
                case VALUE_STRING -> add(quoted(parser.getString()), Kind.STRING);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(parser.getString(), Kind.NUMBER);
                case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> add(parser.getString(), Kind.WORD);
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                        throw new IllegalStateException("a parser of text gave " + token);
            }
        }

        private void open(String bracket, String closing, boolean array) {
            String pointer = add(bracket, Kind.BRACKET);
            levels.push(new Level(pointer, closing, array));
        }

        private void close() {
            Level level = levels.pop();
            Line last = lines.getLast();
            if (level.count == 0) {
                replaceLast(last.value() + level.closing, "");
            } else {
                line("", "", level.closing, Kind.BRACKET);
            }
        }

        private String add(String value, Kind kind) {
            Level level = levels.peek();
            if (level == null) {
                line("", "", value, kind);
                return "";
            }
            if (level.count > 0) {
                replaceLast(lines.getLast().value(), ",");
            }
            String segment =
                    level.array
                            ? Integer.toString(level.count)
                            : name.replace("~", "~0").replace("/", "~1");
            level.count++;
            String pointer = level.pointer + "/" + segment;
            line(pointer, level.array ? "" : quoted(name), value, kind);
            return pointer;
        }

        private void line(String pointer, String quotedName, String value, Kind kind) {
            lines.add(
                    new Line(
                            lines.size() + 1,
                            pointer,
                            INDENT.repeat(levels.size()),
                            quotedName,
                            value,
                            kind,
                            ""));
        }

        private void replaceLast(String value, String tail) {
            Line last = lines.removeLast();
            lines.add(
                    new Line(
                            last.number(),
                            last.pointer(),
                            last.indent(),
                            last.name(),
                            value,
                            last.kind(),
                            tail));
        }

        private static String quoted(String text) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
        }
    }

    private static final class Level {
        private final String pointer;
        private final String closing;
        private final boolean array;
        private int count;

        Level(String pointer, String closing, boolean array) {
            this.pointer = pointer;
            this.closing = closing;
            this.array = array;
        }
    }
}
