package io.github.wis2chain.app.settings.binding;

import java.util.Optional;
import java.util.function.Function;

/// How the text of a setting is read.
///
/// @param required what is required, to follow "required: "
/// @param reader the value of a text
/// @param <T> the type of the value
public record Type<T>(String required, Function<String, T> reader) {

    /// The value.
    ///
    /// @throws IllegalArgumentException if the text is not what is required
    T read(String text) {
        return reader.apply(text);
    }

    /// This type, or the word `off` for nothing.
    public Type<Optional<T>> orOff() {
        return new Type<>(
                required + ", or off",
                text -> text.equals("off") ? Optional.empty() : Optional.of(read(text)));
    }

    /// Another value made from this one.
    public <R> Type<R> as(Function<T, R> form) {
        return new Type<>(required, text -> form.apply(read(text)));
    }
}
