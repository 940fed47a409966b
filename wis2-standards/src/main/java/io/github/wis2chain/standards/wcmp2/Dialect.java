package io.github.wis2chain.standards.wcmp2;

/// How the schema of WCMP2 is read: as its text has it, or with what the official validator makes of it.
enum Dialect {
    TEXT,
    /// Identifiers may be integers, digits may be any of Unicode, `themes` may be absent, an array of samples aborts.
    TOOL;

    boolean isTool() {
        return this == TOOL;
    }
}
