package io.github.wis2chain.standards.topics;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The terms of the hierarchy as they ship with this library: a list for each primary level, and
/// below each discipline its tree.
///
/// @param version the release of WTH, for example `1.3.0`
/// @param date when WMO published the code lists
/// @param lists for each level, a term without status of its own whose children are the list
record Terms(String version, LocalDate date, Map<Level, Term> lists) {

    private static final String RESOURCE = "wth.txt";

    /// Reads the shipped terms: about 1,500 lines, a few milliseconds.
    static Terms shipped() {
        try (InputStream stream = Terms.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the resource %s of this library is missing".formatted(RESOURCE));
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII)));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the resource %s could not be read".formatted(RESOURCE), failure);
        }
    }

    static Terms read(BufferedReader lines) throws IOException {
        String version = valueOf("wth", lines.readLine());
        LocalDate date = date(valueOf("terms", lines.readLine()));
        Map<Level, Term> lists = new EnumMap<>(Level.class);
        Deque<Term> ancestors = new ArrayDeque<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("[")) {
                Term list = Term.of(TermStatus.UNSTATED);
                lists.put(levelNamed(line.substring(1, line.length() - 1)), list);
                ancestors.clear();
                ancestors.push(list);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(line, ancestors);
            }
        }
        return new Terms(version, date, lists);
    }

    /// The term without name whose children are the list of a level.
    Optional<Term> list(Level level) {
        return Optional.ofNullable(lists.get(level));
    }

    private static void add(String line, Deque<Term> ancestors) {
        String text = line.stripLeading();
        int depth = line.length() - text.length();
        while (ancestors.size() > depth + 1) {
            ancestors.pop();
        }
        int end = text.indexOf(' ');
        String name = end < 0 ? text : text.substring(0, end);
        Term term = Term.of(end < 0 ? TermStatus.OPERATIONAL : status(text.substring(end + 1)));
        ancestors.element().children().put(name, term);
        ancestors.push(term);
    }

    private static TermStatus status(String abbreviation) {
        return switch (abbreviation) {
            case "pre" -> TermStatus.PRE_OPERATIONAL;
            case "exp" -> TermStatus.EXPERIMENTAL;
            case "plan" -> TermStatus.PLANNED;
            case "ret" -> TermStatus.RETIRED;
            case "-" -> TermStatus.UNSTATED;
            default ->
                    throw new IllegalStateException(
                            "term status [%s] is not known".formatted(abbreviation));
        };
    }

    private static Level levelNamed(String notation) {
        for (Level level : Level.IN_ORDER) {
            if (level.notation().equals(notation)) {
                return level;
            }
        }
        throw new IllegalStateException("level [%s] is not known".formatted(notation));
    }

    /// A date of ISO 8601, read by hand: the formatter of the JDK takes longer to start than all the
    /// terms to be read.
    private static LocalDate date(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10),
                Integer.parseInt(text, 5, 7, 10),
                Integer.parseInt(text, 8, 10, 10));
    }

    private static String valueOf(String key, @Nullable String line) {
        if (line == null || !line.startsWith(key + " ")) {
            throw new IllegalStateException(
                    "line [%s] of the terms must begin with %s".formatted(line, key));
        }
        return line.substring(key.length() + 1);
    }
}
