package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;

/// One file of an item.
///
/// @param key its name among the assets of the item
/// @param href where it is, absolute or relative to the item
/// @param type its media type
/// @param title its name for people
/// @param roles what it is for, such as `data`
/// @param size its length in bytes (`file:size`), not negative
/// @param checksum its digest (`file:checksum`)
/// @param members all members, those of other extensions included
public record StacAsset(
        String key,
        String href,
        Optional<String> type,
        Optional<String> title,
        List<String> roles,
        Optional<Long> size,
        Optional<Multihash> checksum,
        JsonTree members) {

    public StacAsset {
        roles = List.copyOf(roles);
    }

    /// Whether it has that role.
    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
