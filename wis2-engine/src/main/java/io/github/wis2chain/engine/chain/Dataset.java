package io.github.wis2chain.engine.chain;

import java.util.regex.Pattern;

/// A dataset as the configuration describes it: which events bring its files, and how those are
/// announced. One dataset has one topic and one discovery record.
public record Dataset(
        String name, Selection when, Announcing announcing, AssetSelection assets, Checks checks) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Dataset {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "dataset name [%s] must be lower-case letters, digits and hyphens, at most 63 of them"
                            .formatted(name));
        }
        if (ByHand.RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "dataset name [%s] is kept for what is published by hand".formatted(name));
        }
    }

    /// Where its notifications go.
    Destination destination() {
        return new Destination(name, announcing.topic(), checks);
    }
}
