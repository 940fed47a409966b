package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.SourceName;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which events belong to a dataset; an empty part does not restrict.
///
/// @param source the source that brought the event
/// @param subject the CloudEvent's `subject`; `*` at the end stands for any continuation
/// @param type the CloudEvent's `type`; `*` likewise
/// @param producer the CloudEvent's `source`; `*` likewise
/// @param collection the STAC item's `collection`; `*` likewise
public record Selection(
        Optional<SourceName> source,
        Optional<String> subject,
        Optional<String> type,
        Optional<String> producer,
        Optional<String> collection) {

    /// Whether an event of this description belongs.
    boolean takes(
            SourceName from,
            Optional<String> ofSubject,
            String ofType,
            String ofProducer,
            Optional<String> ofCollection) {
        return source.map(from::equals).orElse(true)
                && matches(subject, ofSubject)
                && matches(type, Optional.of(ofType))
                && matches(producer, Optional.of(ofProducer))
                && matches(collection, ofCollection);
    }

    /// What belongs, for a sentence.
    String described() {
        String parts =
                Stream.of(
                                part("source", source.map(SourceName::value)),
                                part("subject", subject),
                                part("type", type),
                                part("producer", producer),
                                part("collection", collection))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "every event" : parts;
    }

    private static Optional<String> part(String name, Optional<String> pattern) {
        return pattern.map(text -> name + " " + text);
    }

    private static boolean matches(Optional<String> pattern, Optional<String> value) {
        return pattern.isEmpty() || value.map(text -> matches(pattern.get(), text)).orElse(false);
    }

    private static boolean matches(String pattern, String value) {
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }
}
