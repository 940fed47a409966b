package io.github.wis2chain.standards.json;

import java.util.Locale;

/// What a JSON text may cost its reader.
///
/// @param maxBytes length of the whole text in bytes, at least 1
/// @param maxDepth objects and arrays inside each other, 1 to 1000; the root counts as 1
/// @param maxStringLength length of one string or member name in UTF-16 units, at least 1
/// @param maxNumberLength length of one number as written, in characters, 1 to 10,000
/// @param structure what bounds the work of whoever walks through the tree
public record JsonLimits(
        int maxBytes, int maxDepth, int maxStringLength, int maxNumberLength, Structure structure) {

    private static final int MEBIBYTE = 1024 * 1024;

    /// For events and notifications: 1 MiB, 64 levels, strings as long as the text, numbers of 100 characters, 50,000
    /// values, names of 1000 characters.
    public static final JsonLimits STANDARD =
            new JsonLimits(MEBIBYTE, 64, MEBIBYTE, 100, new Structure(50_000, 1000));

    /// For discovery records, whose geometries may be long: 16 MiB and half a million values.
    public static final JsonLimits RECORDS =
            new JsonLimits(16 * MEBIBYTE, 64, 16 * MEBIBYTE, 100, new Structure(500_000, 1000));

    /// How much there may be in a tree.
    ///
    /// A text of 1 MiB has room for half a million values; each may be a fault of its own, whose place repeats the names
    /// above it.
    ///
    /// @param maxValues values in the whole text, objects and arrays included, at least 1
    /// @param maxNameLength length of one member name in UTF-16 units, at least 1
    public record Structure(int maxValues, int maxNameLength) {

        /// As much as the text holds.
        public static final Structure ANY = new Structure(Integer.MAX_VALUE, Integer.MAX_VALUE);

        public Structure {
            within("maxValues", maxValues, Integer.MAX_VALUE);
            within("maxNameLength", maxNameLength, Integer.MAX_VALUE);
        }
    }

    public JsonLimits {
        within("maxBytes", maxBytes, Integer.MAX_VALUE);
        // Readers and writers descend by recursion, so that depth is stack.
        within("maxDepth", maxDepth, 1000);
        within("maxStringLength", maxStringLength, Integer.MAX_VALUE);
        within("maxNumberLength", maxNumberLength, 10_000);
    }

    /// The same limits with another length of the whole text, in bytes.
    public JsonLimits withMaxBytes(int bytes) {
        return new JsonLimits(
                bytes, maxDepth, Math.min(maxStringLength, bytes), maxNumberLength, structure);
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s [%d] must be 1 to %d", name, value, most));
        }
    }
}
