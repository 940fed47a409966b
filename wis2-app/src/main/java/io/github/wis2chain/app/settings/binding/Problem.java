package io.github.wis2chain.app.settings.binding;

/// One thing that is wrong with a configuration.
///
/// @param place `wis2.yaml:3:12`, the name of an environment variable, or the file alone
/// @param path the setting, such as `node.centre-id`; empty when the whole file is meant
/// @param text what was found and what is required
public record Problem(String place, String path, String text) {

    /// One line: place, setting, what is wrong.
    @Override
    public String toString() {
        return path.isEmpty() ? place + ": " + text : place + ": " + path + ": " + text;
    }
}
