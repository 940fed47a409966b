package io.github.wis2chain.standards.json;

/// The kinds of JSON values, in the words used to people.
public enum JsonKind {
    OBJECT("an object"),
    ARRAY("an array"),
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    NULL("null");

    private final String words;

    JsonKind(String words) {
        this.words = words;
    }

    /// The kind with its article, as in *found a number*.
    public String words() {
        return words;
    }
}
