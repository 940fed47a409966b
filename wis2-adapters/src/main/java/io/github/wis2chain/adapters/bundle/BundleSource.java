package io.github.wis2chain.adapters.bundle;

import java.net.URI;
import java.util.List;

/// Where one official file is published.
///
/// @param name what it is called in the bundle
public record BundleSource(String name, Kind kind, URI href) {

    /// The schema of notifications.
    public static final String WNM = "wnm.json";

    /// The schema of discovery records.
    public static final String WCMP2 = "wcmp2.json";

    /// The list of centres.
    public static final String CENTRES = "centre-id.csv";

    /// Where the official tools fetch the same from.
    public static final List<BundleSource> OFFICIAL =
            List.of(
                    source(
                            WNM,
                            Kind.SCHEMA,
                            "https://raw.githubusercontent.com/wmo-im/wis2-notification-message/main/schemas/wis2-notification-message-bundled.json"),
                    source(
                            WCMP2,
                            Kind.SCHEMA,
                            "https://raw.githubusercontent.com/wmo-im/wcmp2/main/schemas/wcmp2-bundled.json"),
                    source(
                            "wme.json",
                            Kind.SCHEMA,
                            "https://raw.githubusercontent.com/wmo-im/wis2-monitoring-events/main/schemas/wis2-event-message-bundled.json"),
                    source(
                            "event-type.csv",
                            Kind.TABLE,
                            "https://raw.githubusercontent.com/wmo-im/wis2-monitoring-events-codelists/main/codelists/event-type.csv"),
                    source(
                            CENTRES,
                            Kind.TABLE,
                            "https://raw.githubusercontent.com/wmo-im/wis2-topic-hierarchy/main/topic-hierarchy/centre-id.csv"),
                    source(
                            "wth.zip",
                            Kind.ARCHIVE,
                            "https://wmo-im.github.io/wis2-topic-hierarchy/wth-bundle.zip"));

    /// What a file must be.
    public enum Kind {
        /// A JSON Schema that stands alone.
        SCHEMA,
        /// A code list: UTF-8 with comma-separated values and a heading.
        TABLE,
        /// A ZIP archive of code lists.
        ARCHIVE
    }

    /// The same file from elsewhere, such as a mirror.
    public BundleSource at(URI other) {
        return new BundleSource(name, kind, other);
    }

    private static BundleSource source(String name, Kind kind, String href) {
        return new BundleSource(name, kind, URI.create(href));
    }
}
