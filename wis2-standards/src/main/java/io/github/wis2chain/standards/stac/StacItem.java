package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A STAC item: one thing in space and time, and the files that are about it.
///
/// @param id distinguishes the item within its collection
/// @param stacVersion the version of STAC it follows, 1.0.x or 1.1.x
/// @param stacExtensions the URIs of the extensions it follows, in order
/// @param collection the id of its collection
/// @param geometry a GeoJSON geometry, or null
/// @param bbox west, south, (lowest,) east, north(, highest); empty exactly when the geometry is null
/// @param time what the data are about
/// @param properties all of `properties`
/// @param assets the files in the order of the document; there may be none
/// @param document the whole item
public record StacItem(
        String id,
        String stacVersion,
        List<String> stacExtensions,
        Optional<String> collection,
        JsonTree geometry,
        List<BigDecimal> bbox,
        ItemTime time,
        JsonTree properties,
        List<StacAsset> assets,
        JsonTree document) {

    public StacItem {
        stacExtensions = List.copyOf(stacExtensions);
        bbox = List.copyOf(bbox);
        assets = List.copyOf(assets);
    }

    /// The asset of that key.
    public Optional<StacAsset> asset(String key) {
        return assets.stream().filter(asset -> asset.key().equals(key)).findFirst();
    }

    /// Whether it follows an extension, in whatever version: the URI of its schema begins with that of the extension,
    /// such as `https://stac-extensions.github.io/processing/`. Its members are then found in [#properties()] and
    /// [StacAsset#members()] under their prefix.
    public boolean follows(String extension) {
        return stacExtensions.stream().anyMatch(uri -> uri.startsWith(extension));
    }
}
