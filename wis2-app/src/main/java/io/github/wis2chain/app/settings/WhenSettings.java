package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.util.Optional;

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

    static Value<WhenSettings> read(Section section) {
        var source = section.optional("source", Types.TEXT);
        var subject = section.optional("subject", Types.TEXT);
        var type = section.optional("type", Types.TEXT);
        var producer = section.optional("producer", Types.TEXT);
        var collection = section.optional("collection", Types.TEXT);
        return section.build(() ->
                new WhenSettings(
                        source.get(), subject.get(), type.get(), producer.get(), collection.get()));
    }
}
