package io.github.wis2chain.engine.chain;

import java.util.Set;

/// Which assets of an item are data to be announced. An empty set does not restrict; an asset
/// without roles counts as data.
///
/// @param roles at least one of these roles
/// @param mediaTypes exactly one of these media types, parameters aside
/// @param keys one of these keys of `assets`
public record AssetSelection(Set<String> roles, Set<String> mediaTypes, Set<String> keys) {

    /// Assets with the role `data`, and those without any role.
    public static final AssetSelection DATA =
            new AssetSelection(Set.of("data"), Set.of(), Set.of());

    public AssetSelection {
        roles = Set.copyOf(roles);
        mediaTypes = Set.copyOf(mediaTypes);
        keys = Set.copyOf(keys);
    }
}
