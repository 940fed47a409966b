package io.github.wis2chain.standards.wnm;

import java.util.Optional;

/// The identifier of the discovery record of a dataset (WNM 1.3, `/rec/core/metadata_id`).
///
/// @param value should be `urn:wmo:md:{centre-id}:{local identifier}`; WNM itself only asks for a text
public record MetadataId(String value) {

    private static final String PREFIX = "urn:wmo:md:";

    public MetadataId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "metadata_id [%s] must not be blank".formatted(value));
        }
    }

    /// The centre-id inside; empty unless the value has the form of a WCMP2 identifier.
    public Optional<String> centreId() {
        return centreIdOf(value);
    }

    static Optional<String> centreIdOf(String value) {
        if (!value.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int colon = value.indexOf(':', PREFIX.length());
        boolean complete = colon > PREFIX.length() && colon + 1 < value.length();
        return complete && value.chars().noneMatch(Character::isWhitespace)
                ? Optional.of(value.substring(PREFIX.length(), colon))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
