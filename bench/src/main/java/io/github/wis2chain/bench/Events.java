package io.github.wis2chain.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes file events of 1.7 kB, each about a file of its own on the data server.
final class Events {

    private final String base;
    private final int size;
    private final String checksum;

    Events(DataServer server) throws NoSuchAlgorithmException {
        base = server.base();
        size = server.file().length;
        // Multihash: sha3-256 is 0x16, its digest has 0x20 bytes.
        checksum =
                "1620"
                        + HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA3-256")
                                                .digest(server.file()));
    }

    /// The event of that series and number.
    byte[] event(String series, int number) {
        String name = name(series, number);
        return """
        {
          "id": "%1$s",
          "source": "bench",
          "specversion": "1.0",
          "type": "org.example.file.diffusion",
          "subject": "diffusion/files/bench/argo/bufr",
          "time": "2026-11-23T12:00:00Z",
          "datacontenttype": "application/json; charset=utf-8",
          "dataschema": "https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/item.json",
          "data": {
            "id": "%1$s",
            "bbox": [21.059306666666668, -36.29987333333333, 21.059306666666668, -36.29987333333333],
            "type": "Feature",
            "links": [],
            "assets": {
              "%1$s.bufr": {
                "href": "%2$s/bench/bufr/%3$s/%1$s.bufr",
                "type": "application/bufr",
                "title": "Profile file %1$s.bufr",
                "roles": ["data", "metadata"],
                "created": "2026-11-23T11:58:00.00Z",
                "file:size": %4$d,
                "file:checksum": "%5$s"
              }
            },
            "geometry": {
              "type": "Point",
              "coordinates": [21.059306666666668, -36.29987333333333]
            },
            "properties": {
              "dac": "BENCH",
              "title": "Profile of a float that never swam",
              "mission": "Argo bench",
              "datetime": "2026-11-23T11:08:00.00Z",
              "platform": "7999999",
              "providers": [
                { "name": "BENCH", "roles": ["processor"] },
                { "url": "https://example.org/", "name": "BENCH", "roles": ["host"] }
              ],
              "parameters": "PRES, TEMP, PSAL",
              "description": "Vertical profile of temperature and salinity between 2000 dbar and the surface"
            },
            "stac_version": "1.1.0",
            "stac_extensions": ["https://stac-extensions.github.io/file/v2.1.0/schema.json"]
          }
        }
        """
                .formatted(name, base, series, size, checksum)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The last segment of the file's URL, by which its notification is recognised.
    static String name(String series, int number) {
        return "%s-%06d".formatted(series, number);
    }
}
