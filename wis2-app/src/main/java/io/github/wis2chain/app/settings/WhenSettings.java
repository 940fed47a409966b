package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which events belong to a dataset; what is absent does not restrict. `*` at the end of a text
/// stands for any continuation.
///
/// @param source the name of the source that brought the event
/// @param subject the CloudEvent's `subject`
/// @param type the CloudEvent's `type`
/// @param producer the CloudEvent's `source`
/// @param collection the STAC item's `collection`
public record WhenSettings(
        Optional<String> source,
        Optional<String> subject,
        Optional<String> type,
        Optional<String> producer,
        Optional<String> collection) {

    /// What an MQTT topic filter has would be taken word for word, and no event would ever belong.
    private static final Type<String> BEGINNING =
            new Type<>(
                    "a text, with * at its end for any continuation; # and + are for topics of"
                            + " MQTT",
                    WhenSettings::beginning);

    /// A level that is a wildcard of MQTT, or a star before the end.
    private static final Pattern NO_BEGINNING = Pattern.compile("(.*/)?[#+](/.*)?|.*\\*.+");

    static Value<WhenSettings> read(Section section) {
        var source = section.optional("source", Types.TEXT);
        var subject = section.optional("subject", BEGINNING);
        var type = section.optional("type", BEGINNING);
        var producer = section.optional("producer", BEGINNING);
        var collection = section.optional("collection", BEGINNING);
        return section.build(() ->
                new WhenSettings(
                        source.get(), subject.get(), type.get(), producer.get(), collection.get()));
    }

    private static String beginning(String text) {
        if (NO_BEGINNING.matcher(text).matches()) {
            throw new IllegalArgumentException("");
        }
        return Types.TEXT.reader().apply(text);
    }
}
