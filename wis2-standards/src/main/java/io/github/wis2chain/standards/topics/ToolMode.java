package io.github.wis2chain.standards.topics;

/// How the official tool is asked about a topic.
public enum ToolMode {
    /// For subscribing, which is its default: no wildcards, and centres must be known.
    SUBSCRIPTION,
    /// For subscribing without strictness: wildcards, and any centre.
    LENIENT_SUBSCRIPTION,
    /// For publishing.
    PUBLICATION
}
