package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.conformance.Finding;

import java.util.List;

/// Judges notifications by a schema from outside, beside the rules that are inside.
@FunctionalInterface
public interface SchemaCheck {

    /// There is no such schema.
    SchemaCheck NONE = notification -> List.of();

    /// What the schema objects to; nothing is fetched for it.
    ///
    /// @param notification as it will be sent
    List<Finding> judge(byte[] notification);
}
