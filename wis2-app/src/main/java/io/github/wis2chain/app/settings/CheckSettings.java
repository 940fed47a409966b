package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

/// The checks before a notification goes out, each with what follows from a fault.
///
/// @param notification the rules of WNM and the topic hierarchy
/// @param links status, length and digest of the data behind the link
/// @param unreachable the data server cannot be reached from here
public record CheckSettings(Mode notification, Mode links, Mode unreachable, Kpi kpi) {

    /// What follows from a fault.
    public enum Mode {
        /// The run fails; nothing goes out.
        BLOCK,
        /// The run says so and goes on.
        WARN,
        /// The check is not made.
        OFF
    }

    private static final Type<Mode> MODE = Types.oneOf(Mode.class);

    /// The key performance indicators.
    ///
    /// @param atLeast the lowest score that is accepted, in per cent
    /// @param then what follows from a lower one
    public record Kpi(int atLeast, Mode then) {

        static Value<Kpi> read(Section section) {
            var atLeast = section.optional("at-least", Types.PERCENT, "80%");
            var then = section.optional("then", MODE, "warn");
            return section.build(() -> new Kpi(atLeast.get(), then.get()));
        }
    }

    static Value<CheckSettings> read(Section section) {
        var notification = section.optional("notification", MODE, "block");
        var links = section.optional("links", MODE, "block");
        var unreachable = section.optional("unreachable", MODE, "block");
        var kpi = section.section("kpi", Kpi::read);
        return section.build(() ->
                new CheckSettings(notification.get(), links.get(), unreachable.get(), kpi.get()));
    }
}
