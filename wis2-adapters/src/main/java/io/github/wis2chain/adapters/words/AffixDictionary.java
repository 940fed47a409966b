package io.github.wis2chain.adapters.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of a dictionary in the format of MySpell: stems with flags, and rules by which words are made of them.
/// Compounds are not read. Immutable.
final class AffixDictionary {

    private final Map<String, String> stems;
    private final List<Affix> prefixes;
    private final List<Affix> suffixes;

    private AffixDictionary(Map<String, String> stems, List<Affix> prefixes, List<Affix> suffixes) {
        this.stems = stems;
        this.prefixes = prefixes;
        this.suffixes = suffixes;
    }

    /// Reads both files of a dictionary. Names lose their capital, because words are asked for in lower case.
    static AffixDictionary read(BufferedReader affixes, BufferedReader words) throws IOException {
        List<Affix> prefixes = new ArrayList<>();
        List<Affix> suffixes = new ArrayList<>();
        for (String line = affixes.readLine(); line != null; line = affixes.readLine()) {
            String[] parts = line.strip().split("\\s+");
            boolean rule = parts.length == 5;
            if (rule && parts[0].equals("PFX")) {
                prefixes.add(Affix.of(parts));
            } else if (rule && parts[0].equals("SFX")) {
                suffixes.add(Affix.of(parts));
            }
        }
        Map<String, String> stems = HashMap.newHashMap(65_536);
        // The first line is a count.
        words.readLine();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            String entry = line.strip();
            // What begins with a digit is a part of ordinal numbers.
            if (!entry.isEmpty() && !Character.isDigit(entry.charAt(0))) {
                int slash = entry.indexOf('/');
                String stem = slash < 0 ? entry : entry.substring(0, slash);
                String flags = slash < 0 ? "" : entry.substring(slash + 1);
                stems.merge(stem.toLowerCase(Locale.ROOT), flags, String::concat);
            }
        }
        return new AffixDictionary(stems, List.copyOf(prefixes), List.copyOf(suffixes));
    }

    /// Whether a word, in lower case, is a stem or made of one; its possessive is one with it.
    boolean has(String possessive) {
        String word =
                possessive.endsWith("'s")
                        ? possessive.substring(0, possessive.length() - 2)
                        : possessive;
        return stems.containsKey(word)
                || endsBySuffix(word, Optional.empty())
                || prefixes.stream().anyMatch(prefix -> beginsBy(prefix, word));
    }

    private boolean beginsBy(Affix prefix, String word) {
        if (!prefix.begins(word)) {
            return false;
        }
        String rest = word.substring(prefix.gained().length());
        return hasFlag(rest, prefix.flag()) || endsBySuffix(rest, Optional.of(prefix));
    }

    /// Whether a word is a stem with a suffix, and the stem takes the prefix too.
    private boolean endsBySuffix(String word, Optional<Affix> prefix) {
        for (Affix suffix : suffixes) {
            if (suffix.ends(word)) {
                String stem = suffix.stem(word);
                boolean made =
                        hasFlag(stem, suffix.flag())
                                && suffix.takes(stem)
                                && prefix.filter(p -> !hasFlag(stem, p.flag())).isEmpty();
                if (made) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasFlag(String stem, char flag) {
        String flags = stems.get(stem);
        return flags != null && flags.indexOf(flag) >= 0;
    }
}
