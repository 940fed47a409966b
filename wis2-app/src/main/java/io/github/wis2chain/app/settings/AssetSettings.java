package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.util.List;

/// Which assets of an item are announced; an empty list does not restrict.
///
/// @param roles at least one of these roles; an asset without roles counts as data
/// @param mediaTypes one of these media types
/// @param keys one of these keys of `assets`
public record AssetSettings(List<String> roles, List<String> mediaTypes, List<String> keys) {

    public AssetSettings {
        roles = List.copyOf(roles);
        mediaTypes = List.copyOf(mediaTypes);
        keys = List.copyOf(keys);
    }

    static Value<AssetSettings> read(Section section) {
        var roles = section.list("roles", Types.TEXT, List.of("data"));
        var mediaTypes = section.list("media-types", Types.TEXT);
        var keys = section.list("keys", Types.TEXT);
        return section.build(() -> new AssetSettings(roles.get(), mediaTypes.get(), keys.get()));
    }
}
