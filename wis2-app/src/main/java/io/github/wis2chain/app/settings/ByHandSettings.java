package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.CheckSettings.Mode;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

/// What people publish by hand: discovery records, and notifications that belong to no dataset.
///
/// @param records what follows when a discovery record does not conform to WCMP2
public record ByHandSettings(Mode records, CheckSettings checks) {

    static Value<ByHandSettings> read(Section section) {
        var records = section.optional("records", Types.oneOf(Mode.class), "block");
        var checks = section.section("checks", CheckSettings::read);
        return section.build(() -> new ByHandSettings(records.get(), checks.get()));
    }
}
