package io.github.wis2chain.adapters.bundle;

import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.Edition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out which state of its standard an official schema is of. It is fetched from a branch that moves, and applied
/// to documents of another state it would refuse valid ones.
final class SchemaEdition {

    /// The release in the `$id` of the schema of WCMP2, which is 2.1.0 in the releases up to 2.3.0 and the true one since.
    private static final Pattern WCMP2 = Pattern.compile("/wcmp/(\\d{1,4}\\.\\d{1,4})[./]");

    private SchemaEdition() {}

    /// The edition of a schema, as people write it; empty if it does not tell.
    ///
    /// @param file what the schema is called in a bundle
    static Optional<String> of(String file, JsonTree schema) {
        return switch (file) {
            case BundleSource.WNM -> notifications(schema).map(Edition::text);
            case BundleSource.WCMP2 -> records(schema);
            default -> Optional.empty();
        };
    }

    /// The `$id` of the schema of WNM names one release for ever, so what it demands is looked at.
    private static Optional<Edition> notifications(JsonTree schema) {
        boolean demandsRecord =
                schema.each("/properties/properties/required")
                        .flatMap(member -> member.text().stream())
                        .anyMatch("metadata_id"::equals);
        if (demandsRecord) {
            return Optional.of(Edition.DRAFT_1_4);
        }
        return schema.at("/properties/version").isPresent()
                ? Optional.of(Edition.RELEASE_1_3)
                : Optional.empty();
    }

    private static Optional<String> records(JsonTree schema) {
        Matcher release = WCMP2.matcher(schema.text("$id").orElse(""));
        return release.find() ? Optional.of(release.group(1)) : Optional.empty();
    }
}
