package io.github.wis2chain.adapters.words;

import java.util.regex.Pattern;

/// A rule that makes a word of a stem: *a stem with the flag that ends so loses this and gains that*.
///
/// @param flag of the stems to which it applies
/// @param lost what the stem loses at its end; empty for a prefix
/// @param gained what the word has before or after the rest of the stem
/// @param condition how the stem must end
record Affix(char flag, String lost, String gained, Pattern condition) {

    /// The rule of a line such as `SFX D y ied [^aeiou]y`, in its five parts.
    static Affix of(String[] line) {
        return new Affix(
                line[1].charAt(0),
                line[2].equals("0") ? "" : line[2],
                line[3].equals("0") ? "" : line[3],
                Pattern.compile("(?:" + line[4] + ")$"));
    }

    /// Whether a word could end by this rule.
    boolean ends(String word) {
        return word.length() > gained.length() && word.endsWith(gained);
    }

    /// Whether a word could begin by this rule.
    boolean begins(String word) {
        return word.length() > gained.length() && word.startsWith(gained);
    }

    /// The stem of a word that ends by this rule.
    String stem(String word) {
        return word.substring(0, word.length() - gained.length()) + lost;
    }

    boolean takes(String stem) {
        return condition.matcher(stem).find();
    }
}
