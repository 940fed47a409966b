package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Entry;
import io.github.wis2chain.app.settings.binding.Node.Mapping;
import io.github.wis2chain.app.settings.binding.Node.Nothing;
import io.github.wis2chain.app.settings.binding.Node.Sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A list of sections, as the file has it.
///
/// @param path of the list
record SectionList(Reading reading, String path, Entry entry) {

    /// Reads every section; an item that is none is reported, and the others are read all the same.
    ///
    /// @param show takes what is shown as the effective settings
    <T> Value<List<T>> read(Function<Section, Value<T>> reader, Consumer<Shown> show) {
        if (entry.value() instanceof Nothing) {
            return Value.of(List.of());
        }
        if (!(entry.value() instanceof Sequence sequence)) {
            return refuse(entry.value(), path, "a list of sections");
        }
        List<Value<T>> values = new ArrayList<>();
        List<Shown> branches = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            String each = "%s[%d]".formatted(path, i);
            Node item = sequence.items().get(i);
            var branch = new Shown.Branch();
            branches.add(branch);
            values.add(
                    item instanceof Mapping below
                            ? reader.apply(new Section(reading, each, below, branch))
                            : refuse(item, each, "a section of keys"));
        }
        show.accept(new Shown.Items(branches, entry.place().toString()));
        return Value.all(values);
    }

    private <T> Value<T> refuse(Node found, String at, String required) {
        reading.report(
                found.place().toString(),
                at,
                "found %s; required: %s".formatted(found.described(), required));
        return Value.faulty();
    }
}
