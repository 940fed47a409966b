package io.github.wis2chain.standards.topics;

/// Text of others, made fit for a sentence of ours.
final class Quoted {

    private static final int LONGEST = 120;

    private Quoted() {}

    /// The text, cut after 120 characters and free of control characters, so that a message stays
    /// one readable line whatever it quotes.
    static String shortened(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var quoted = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            quoted.append(Character.isISOControl(character) ? '\uFFFD' : character);
        }
        return end < text.length() ? quoted.append('…').toString() : quoted.toString();
    }
}
