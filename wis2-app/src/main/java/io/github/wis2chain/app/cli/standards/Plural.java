package io.github.wis2chain.app.cli.standards;

/// Numbers of things in words.
final class Plural {

    private Plural() {}

    /// Such as `1 fault` and `2 faults`.
    static String of(long count, String thing) {
        return "%d %s%s".formatted(count, thing, count == 1 ? "" : "s");
    }
}
