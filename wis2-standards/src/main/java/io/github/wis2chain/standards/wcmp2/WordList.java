package io.github.wis2chain.standards.wcmp2;

/// The words of a language, for the points on spelling.
@FunctionalInterface
public interface WordList {

    /// Whether a word is spelt right.
    ///
    /// @param word in lower case, of letters, digits, underscores and apostrophes
    boolean knows(String word);
}
