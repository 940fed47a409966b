package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The indicators of the texts: `good_quality_title` and `good_quality_description`.
final class TextKpis {

    private static final int MOST_TITLE_CHARACTERS = 150;
    private static final int MOST_ACRONYMS = 3;
    private static final int LONGEST_WORD = 48;
    private static final String NO_WORDS =
            "Spelling was not judged, because no word list was given.";

    // Each of these either begins at the begin of a run of characters only, or never gives back
    // what it has taken: their work is linear.
    private static final Pattern ACRONYM =
            Pattern.compile("\\b[A-Z]{2,}+\\d*+\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BULLETIN_HEADER =
            Pattern.compile("[A-Z]{4}\\d{2}[\\s_]*+[A-Z]{4}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD =
            Pattern.compile("\\w(?:[\\w']*\\w)?", Pattern.UNICODE_CHARACTER_CLASS);

    private TextKpis() {}

    static KpiResult description(JsonTree record, KpiPorts ports) {
        String text = record.at("/properties/description").flatMap(JsonTree::text).orElse("");
        int length = text.codePointCount(0, text.length());
        var points = new Points("good_quality_description");
        points.add(
                        length >= 16 && length <= 2048,
                        String.format(
                                Locale.ROOT,
                                "The description has %d characters, not 16 to 2048.",
                                length))
                .add(!Markup.hasElement(text), "The description has HTML in it.")
                .add(!hasHeader(text), "The description has a bulletin header in it.");
        spelling("description", text, ports, points);
        return points.result();
    }

    static KpiResult title(JsonTree record, Profile profile, KpiPorts ports) {
        String text = record.at("/properties/title").flatMap(JsonTree::text).orElse("");
        boolean document = profile == Profile.STRICT;
        List<String> words =
                Arrays.stream(text.split("[\\p{javaWhitespace}\\u0085\\u00a0\\u2007\\u202f]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        Matcher acronyms = ACRONYM.matcher(text);
        long count = acronyms.results().count();
        boolean header = hasHeader(text);
        var points = new Points("good_quality_title");
        points.add(words.size() >= 3, "The title has less than three words.")
                .add(
                        text.codePointCount(0, text.length()) <= MOST_TITLE_CHARACTERS,
                        "The title has more than 150 characters.")
                .add(
                        words.stream().allMatch(word -> isPlain(word, document)),
                        "The title has other characters than letters and digits.")
                .add(isSentenceCase(acronyms.replaceAll("")), "The title is not in sentence case.")
                .add(
                        document ? count < MOST_ACRONYMS : count <= MOST_ACRONYMS,
                        String.format(Locale.ROOT, "The title has too many acronyms: %d.", count))
                .add(!header, "The title has a bulletin header in it.");
        if (header && !document) {
            points.adjust(-1);
        }
        spelling("title", text, ports, points);
        return points.result();
    }

    private static boolean isPlain(String word, boolean brackets) {
        return word.codePoints()
                .allMatch(c -> isAlphanumeric(c) || (brackets && (c == '(' || c == ')')));
    }

    /// Letters and numbers of any kind: to Python a raised two and a half are among them.
    private static boolean isAlphanumeric(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /// Whether a text begins with a capital and has no other.
    private static boolean isSentenceCase(String withoutAcronyms) {
        String text = stripped(withoutAcronyms);
        if (text.isEmpty()) {
            return true;
        }
        int first = text.codePointAt(0);
        String rest = text.substring(Character.charCount(first));
        return isCapital(first) && rest.equals(rest.toLowerCase(Locale.ROOT));
    }

    /// A text without the blanks around it, among them those that do not break lines.
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /// Whether a character is its own capital; a small letter whose capital is two letters, such as the sharp s, is not.
    private static boolean isCapital(int character) {
        String capital = Character.toString(character).toUpperCase(Locale.ROOT);
        boolean spelled = capital.codePointCount(0, capital.length()) > 1;
        return Character.toTitleCase(character) == character
                && !(spelled && Character.isLowerCase(character));
    }

    private static boolean hasHeader(String text) {
        return BULLETIN_HEADER.matcher(text).find();
    }

    private static void spelling(String name, String text, KpiPorts ports, Points points) {
        if (ports.words().isEmpty()) {
            points.skip(1, NO_WORDS);
            return;
        }
        WordList list = ports.words().get();
        List<String> unknown =
                WORD.matcher(text)
                        .results()
                        .map(word -> word.group().toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() <= LONGEST_WORD && !isNumber(word))
                        .filter(word -> !list.knows(word))
                        .distinct()
                        .limit(10)
                        .toList();
        points.add(
                unknown.isEmpty(),
                "The %s has unknown words: %s.".formatted(name, String.join(", ", unknown)));
    }

    /// Whether Python would read a word as a float.
    private static boolean isNumber(String word) {
        if (word.equals("inf") || word.equals("infinity") || word.equals("nan")) {
            return true;
        }
        // Of the characters of a word, a number has digits, single underscores between them and one
        // exponent.
        int digits = 0;
        boolean exponent = false;
        char before = '_';
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean digit = Character.isDigit(c);
            if (c == 'e' && !exponent && Character.isDigit(before)) {
                exponent = true;
            } else if (!digit && !(c == '_' && Character.isDigit(before))) {
                return false;
            }
            digits += digit ? 1 : 0;
            before = c;
        }
        return digits > 0 && Character.isDigit(before);
    }
}
