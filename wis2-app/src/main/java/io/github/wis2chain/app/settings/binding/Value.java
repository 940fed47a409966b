package io.github.wis2chain.app.settings.binding;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// A setting that was read, or one that could not be and whose problem is already noted. So the rest
/// of a configuration can be read before anything is refused.
public final class Value<T> {

    private final @Nullable T value;

    private Value(@Nullable T value) {
        this.value = value;
    }

    /// A setting that was read.
    public static <T> Value<T> of(T value) {
        return new Value<>(value);
    }

    /// A setting that could not be read, after its problem was noted.
    public static <T> Value<T> faulty() {
        return new Value<>(null);
    }

    /// All of these, or a faulty setting if one of them is.
    static <T> Value<List<T>> all(List<Value<T>> values) {
        return values.stream().anyMatch(Value::isFaulty)
                ? faulty()
                : of(values.stream().map(Value::get).toList());
    }

    /// All of these in their order, or a faulty setting if one of them is.
    static <T> Value<Map<String, T>> all(SequencedMap<String, Value<T>> values) {
        if (values.values().stream().anyMatch(Value::isFaulty)) {
            return faulty();
        }
        var all = new LinkedHashMap<String, T>();
        values.forEach((name, value) -> all.put(name, value.get()));
        return of(all);
    }

    /// The setting. To be called inside {@link Section#build} only, which ends there if it is faulty.
    public T get() {
        if (value == null) {
            throw new Faulty();
        }
        return value;
    }

    /// The same setting in another form.
    public <R> Value<R> map(Function<T, R> form) {
        return value == null ? faulty() : of(form.apply(value));
    }

    /// Whether the setting could not be read; its problem is noted.
    public boolean isFaulty() {
        return value == null;
    }

    /// Ends the building of a record of which a part is faulty; never leaves this package.
    static final class Faulty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Faulty() {
            super(null, null, false, false);
        }
    }
}
