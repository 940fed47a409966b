package io.github.wis2chain.app.cli.standards;

/// Sentences as findings have them.
final class Sentences {

    private Sentences() {}

    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
