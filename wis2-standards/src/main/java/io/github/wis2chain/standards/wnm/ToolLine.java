package io.github.wis2chain.standards.wnm;

/// A line of the official validator `pywis-pubsub`. The lines agree but for the size of messages.
public enum ToolLine {
    /// Versions 0.8 to 0.12, without the test `message_size`.
    LINE_0_12,
    /// Version 0.13, with it.
    LINE_0_13
}
