package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.stac.StacAsset;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which assets of an item are data to be announced. An empty set does not restrict; an asset
/// without roles counts as one with the role `data`.
///
/// @param roles at least one of these roles
/// @param mediaTypes exactly one of these media types, parameters and case aside
/// @param keys one of these keys of `assets`
public record AssetSelection(Set<String> roles, Set<String> mediaTypes, Set<String> keys) {

    /// Assets with the role `data`, and those without any role.
    public static final AssetSelection DATA =
            new AssetSelection(Set.of("data"), Set.of(), Set.of());

    private static final Set<String> WITHOUT_ROLES = Set.of("data");

    public AssetSelection {
        roles = Set.copyOf(roles);
        mediaTypes =
                mediaTypes.stream()
                        .map(AssetSelection::essence)
                        .collect(Collectors.toUnmodifiableSet());
        keys = Set.copyOf(keys);
    }

    /// Whether an asset is among them.
    public boolean takes(StacAsset asset) {
        Set<String> itsRoles = asset.roles().isEmpty() ? WITHOUT_ROLES : Set.copyOf(asset.roles());
        Optional<String> type = asset.type().map(AssetSelection::essence);
        return (roles.isEmpty() || itsRoles.stream().anyMatch(roles::contains))
                && (mediaTypes.isEmpty() || type.filter(mediaTypes::contains).isPresent())
                && (keys.isEmpty() || keys.contains(asset.key()));
    }

    private static String essence(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
