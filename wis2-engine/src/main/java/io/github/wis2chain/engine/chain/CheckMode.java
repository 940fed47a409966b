package io.github.wis2chain.engine.chain;

/// What follows when a check finds fault.
public enum CheckMode {
    /// The run fails; nothing goes out.
    BLOCK,
    /// The run says so and goes on.
    WARN,
    /// The check is not made.
    OFF
}
