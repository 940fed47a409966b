package io.github.wis2chain.engine.run;

/// A text for people, kept short whatever an event puts into it: it stands in lists and logs.
final class Sentence {

    /// Longer than any sentence of ours with names of ordinary length in it.
    static final int LONGEST = 2000;

    private Sentence() {}

    /// The text, or its beginning and its end where it is too long.
    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int half = LONGEST / 2 - 50;
        return "%s [… %d characters left out …] %s"
                .formatted(
                        text.substring(0, half),
                        text.length() - 2 * half,
                        text.substring(text.length() - half));
    }
}
