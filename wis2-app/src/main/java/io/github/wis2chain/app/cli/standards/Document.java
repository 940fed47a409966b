package io.github.wis2chain.app.cli.standards;

/// One file that was named on the command line, or found in a folder that was.
sealed interface Document {

    /// What it is called in what is printed: the path, or `-` for standard input.
    String name();

    /// A file that was read.
    // An array for speed; nobody but the one who reads it has it.
    @SuppressWarnings("ArrayRecordComponent")
    record Read(String name, byte[] bytes) implements Document {}

    /// A file that could not be read.
    ///
    /// @param reason to stand after the name in a sentence
    record Unreadable(String name, String reason) implements Document {}
}
