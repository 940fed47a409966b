package io.github.wis2chain.standards.fuzz;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Valid inputs of every kind, from which others are made.
final class Seeds {

    private static final String ITEM =
            """
            {"type":"Feature","stac_version":"1.1.0","id":"i","collection":"c",
             "stac_extensions":["https://stac-extensions.github.io/file/v2.1.0/schema.json"],
             "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},
             "bbox":[0,0,1,1],"links":[{"href":"https://example.org","rel":"collection"}],
             "properties":{"datetime":null,"start_datetime":"2026-01-31T00:00:00Z",
              "end_datetime":"2026-01-31T06:00:00Z","platform":"2903996"},
             "assets":{"a":{"href":"https://example.org/a","type":"application/bufr",
              "roles":["data"],"file:size":3,
              "file:checksum":"1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}}
            """;

    private static final Map<String, List<byte[]>> BY_KIND =
            Map.of(
                    "notification",
                    List.of(
                            aNotification().asBytes(),
                            aNotification()
                                    .with(
                                            "/links/0/security",
                                            "{\"a\":{\"type\":\"oauth2\",\"flows\":{\"implicit\":"
                                                + "{\"authorizationUrl\":\"u\",\"scopes\":{}}}}}")
                                    .with(
                                            "/properties/content",
                                            "{\"encoding\":\"gzip\",\"size\":4,\"value\":"
                                                    + "\"H4sIAAAAAAACA3MMcvcHAFmfjzQEAAAA\"}")
                                    .asBytes()),
                    "record",
                    List.of(aRecord().asBytes()),
                    "event",
                    List.of(
                            utf8(
                                    "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\","
                                        + "\"subject\":\"a/b\",\"time\":\"2026-01-31T00:00:00Z\",\"data\":"
                                            + ITEM
                                            + "}"),
                            utf8(
                                    "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\","
                                        + "\"data_base64\":\"QVJHTw==\"}")),
                    "item",
                    List.of(utf8(ITEM)),
                    "monitoring",
                    List.of(
                            utf8(
                                    """
                                    {"specversion":"1.0","type":"int.wmo.wis.wme.event.log","source":"fr-meteofrance-global-cache",
                                     "subject":"de-dwd","id":"31e9d66a-cd83-4174-9429-b932f1abe1be","time":"2026-01-31T00:00:00Z",
                                     "datacontenttype":"application/json","data":{"level":"WARNING","message":"m",
                                      "conformsTo":["http://wis.wmo.int/spec/wme/1/conf/core"],"properties":{"title":"t"}}}
                                    """)),
                    "topic",
                    List.of(
                            utf8("origin/a/wis2/fr-ifremer-argo/data/core/ocean/experimental"),
                            utf8("cache/a/wis2/+/data/core/weather/#")),
                    "text",
                    List.of(
                            utf8("2026-01-31T23:59:60.123+00:00"),
                            utf8(
                                    "1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")));

    private Seeds() {}

    static List<byte[]> of(String kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), kind);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
