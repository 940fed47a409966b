package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Entry;
import io.github.wis2chain.app.settings.binding.Node.Mapping;
import io.github.wis2chain.app.settings.binding.Node.Nothing;
import io.github.wis2chain.app.settings.binding.Node.Scalar;
import io.github.wis2chain.app.settings.binding.Node.Sequence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The items of a list, not yet read, and where they come from: the environment before the file
/// before the default.
record Listed(List<Found> items, String origin) {

    /// @param entry what the file says, null if nothing
    /// @param path of the list
    static Listed of(Reading reading, @Nullable Entry entry, String path, List<String> standard) {
        Optional<String> override = reading.override(path);
        if (override.isPresent()) {
            List<String> texts =
                    Arrays.stream(override.get().split(",", -1))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .toList();
            return of(texts, path, "environment variable " + Reading.variable(path));
        }
        return entry == null ? of(standard, path, "default") : of(entry, path);
    }

    private static Listed of(List<String> texts, String path, String origin) {
        return new Listed(
                texts.stream().map(text -> new Found(path, text, null, origin)).toList(), origin);
    }

    private static Listed of(Entry entry, String path) {
        List<Node> nodes =
                switch (entry.value()) {
                    case Nothing _ -> List.of();
                    case Sequence sequence -> sequence.items();
                    case Scalar scalar -> List.of(scalar);
                    case Mapping wrong -> List.of(wrong);
                };
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String place = nodes.get(i).place().toString();
            found.add(new Found("%s[%d]".formatted(path, i), "", nodes.get(i), place));
        }
        return new Listed(found, entry.place().toString());
    }
}
