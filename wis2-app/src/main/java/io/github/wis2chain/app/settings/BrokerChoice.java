package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Value;

/// The broker of the node: the one inside, or one of the operator's.
public sealed interface BrokerChoice {

    /// The broker inside this process.
    record Embedded(EmbeddedBrokerSettings settings) implements BrokerChoice {}

    /// A broker that runs elsewhere.
    record External(ConnectionSettings connection) implements BrokerChoice {}

    /// Reads the section: `embedded`, `external`, or nothing for the embedded one with its defaults.
    static Value<BrokerChoice> read(Section section) {
        if (section.has("external")) {
            var external = section.section("external", ConnectionSettings::read);
            if (section.has("embedded")) {
                section.section("embedded", EmbeddedBrokerSettings::read);
                section.problem("embedded", "a node has one broker; remove embedded or external");
            }
            return section.build(() -> new External(external.get()));
        }
        var embedded = section.section("embedded", EmbeddedBrokerSettings::read);
        section.optionalSection("external", ConnectionSettings::read);
        return section.build(() -> new Embedded(embedded.get()));
    }
}
