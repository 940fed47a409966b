package io.github.wis2chain.standards.wcmp2;

/// How the schema of WCMP2 is read: as its text has it, or with what the official validator makes of it.
enum Dialect {
    TEXT,
    /// Identifiers may be integers, digits may be any of Unicode, a final line feed is not seen, `themes` may be
    /// absent, an array of samples aborts.
    TOOL;

    boolean isTool() {
        return this == TOOL;
    }

    /// A text as the patterns and formats see it: to those of Python, a final line feed is not there.
    String seen(String text) {
        return isTool() && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
