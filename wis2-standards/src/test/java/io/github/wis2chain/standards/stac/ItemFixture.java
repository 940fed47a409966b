package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.json.TestDocument;

import tools.jackson.databind.node.ObjectNode;

/// A STAC item that is valid until one thing about it is changed: a vertical profile of an Argo float
/// with one BUFR file. The float, the file and the places are made up.
public final class ItemFixture extends TestDocument<ItemFixture> {

    private static final String VALID =
            """
            {
              "type": "Feature",
              "stac_version": "1.1.0",
              "stac_extensions": ["https://stac-extensions.github.io/file/v2.1.0/schema.json"],
              "id": "profile-6999001-014",
              "geometry": {"type": "Point", "coordinates": [-23.4125, 41.0875]},
              "bbox": [-23.4125, 41.0875, -23.4125, 41.0875],
              "properties": {
                "datetime": "2026-03-14T06:12:00Z",
                "title": "Profile 14 of float 6999001",
                "platform": "6999001"
              },
              "links": [],
              "assets": {
                "profile-6999001-014.bufr": {
                  "href": "https://data.example.org/argo/bufr/2026/03/profile-6999001-014.bufr",
                  "type": "application/bufr",
                  "title": "Profile in BUFR",
                  "roles": ["data"],
                  "file:size": 812,
                  "file:checksum": "122091f2bb6bd8f9cd7b2db2ad9d5a4a3a9bb6f42d3e5f9c1a7be5b7b1c6d4f0e213"
                }
              }
            }
            """;

    private static final String ASSET = "/assets/profile-6999001-014.bufr/";

    private ItemFixture(ObjectNode item) {
        super(item);
    }

    @Override
    protected ItemFixture of(ObjectNode content) {
        return new ItemFixture(content);
    }

    /// The valid item.
    public static ItemFixture anItem() {
        return new ItemFixture(json(VALID).copyOfObject());
    }

    /// The same item with another checksum of its one asset.
    public ItemFixture withChecksum(String multihash) {
        return withText(ASSET + "file:checksum", multihash);
    }

    /// The same item with another size of its one asset, in bytes.
    public ItemFixture withSize(long bytes) {
        return withAssetMember("file:size", Long.toString(bytes));
    }

    /// The same item with another address of its one asset.
    public ItemFixture withHref(String href) {
        return withText(ASSET + "href", href);
    }

    /// The same item with that JSON text as a member of its one asset.
    public ItemFixture withAssetMember(String name, String json) {
        return with(ASSET + name, json);
    }

    /// The same item without a member of its one asset.
    public ItemFixture withoutAssetMember(String name) {
        return without("/assets/profile-6999001-014.bufr/" + name);
    }
}
