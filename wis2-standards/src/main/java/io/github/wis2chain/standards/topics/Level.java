package io.github.wis2chain.standards.topics;

import java.util.List;

/// The primary levels of a topic in their fixed order (WTH 1, `/req/core/conventions`, part F).
///
/// What follows the last of them is the tree of its sub-disciplines.
public enum Level {
    /// Who sends: `origin` for the centre that made the data, `cache` for a Global Cache.
    CHANNEL(1, "channel"),
    /// The version of the hierarchy.
    VERSION(2, "version"),
    /// The system, `wis2`.
    SYSTEM(3, "system"),
    /// The centre whose data or records are announced.
    CENTRE_ID(4, "centre-id"),
    /// `data` or `metadata`.
    NOTIFICATION_TYPE(5, "notification-type"),
    /// `core` or `recommended`.
    DATA_POLICY(6, "data-policy"),
    /// The discipline, such as `ocean`.
    EARTH_SYSTEM_DISCIPLINE(7, "earth-system-discipline");

    /// All of them, the first at index 0.
    static final List<Level> IN_ORDER = List.of(values());

    private final int number;
    private final String notation;

    Level(int number, String notation) {
        this.number = number;
        this.notation = notation;
    }

    /// The name the standard gives to the level.
    public String notation() {
        return notation;
    }

    /// The place of the level in a topic, counted from 1 as the standard does.
    public int number() {
        return number;
    }

    int index() {
        return number - 1;
    }
}
