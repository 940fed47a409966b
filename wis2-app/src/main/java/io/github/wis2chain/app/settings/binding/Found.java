package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Scalar;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// What was found for a setting, before it is read.
///
/// @param path the setting
/// @param text the text, unless a node has it
/// @param node where it stands in the file; null when the environment or a default gives it
/// @param origin how people are told where it stands
record Found(String path, String text, @Nullable Node node, String origin) {

    /// Reads the value; what is wrong with it is reported.
    ///
    /// @param show takes what is shown as the effective setting
    <T> Value<T> read(Reading reading, Type<T> type, Consumer<Shown.Leaf> show) {
        return read(reading, type, false, show);
    }

    /// Reads a value that no text may show.
    <T> Value<T> readHidden(Reading reading, Type<T> type, Consumer<Shown.Leaf> show) {
        return read(reading, type, true, show);
    }

    private <T> Value<T> read(
            Reading reading, Type<T> type, boolean hidden, Consumer<Shown.Leaf> show) {
        String written;
        switch (node) {
            case null -> written = text;
            case Scalar scalar -> written = scalar.text();
            case Node other -> {
                reading.report(
                        origin,
                        path,
                        "found %s; required: %s".formatted(other.described(), type.required()));
                return Value.faulty();
            }
        }
        try {
            String expanded = node == null ? written : reading.expanded(written);
            T value = type.read(expanded);
            show.accept(
                    hidden
                            ? new Shown.Leaf("(hidden)", Shown.Form.HIDDEN, origin)
                            : new Shown.Leaf(expanded, Shown.Form.TEXT, origin));
            return Value.of(value);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            String found =
                    hidden
                            ? "a hidden value"
                            : new Scalar(written, Scalar.Kind.TEXT, new Place("", 1, 1))
                                    .described();
            reading.report(origin, path, refusal(found, type.required(), refused));
            return Value.faulty();
        }
    }

    private static String refusal(String found, String required, RuntimeException refused) {
        boolean inOwnWords =
                refused instanceof IllegalArgumentException
                        && !(refused instanceof NumberFormatException)
                        && refused.getMessage() != null
                        && !refused.getMessage().isEmpty();
        return inOwnWords
                ? "found %s: %s; required: %s".formatted(found, refused.getMessage(), required)
                : "found %s; required: %s".formatted(found, required);
    }
}
