package io.github.wis2chain.app.cli.standards;

/// Prints judged files, one after the other.
interface JudgedPrinter {
    void print(Judged judged);
}
