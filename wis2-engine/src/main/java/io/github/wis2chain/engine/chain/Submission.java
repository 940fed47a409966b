package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.topics.Topic;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person says of a document that is handed in to be published and is no file event. The
/// document itself is the event's payload, so that it is kept, shown, edited and run again like any
/// other; this is kept with its origin.
public sealed interface Submission {

    /// A discovery record.
    ///
    /// @param url where everybody finds the record
    record OfRecord(Intent intent, URI url) implements Submission {

        public OfRecord {
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?") || url.getHost() == null) {
                throw new IllegalArgumentException(
                        "[%s] must be an absolute http or https URL".formatted(url));
            }
        }

        @Override
        public Origin onto(Origin origin) {
            return origin.with(Origin.KIND, RECORD)
                    .with(INTENT, intent.word())
                    .with(URL, url.toString());
        }
    }

    /// A notification that is ready to be sent.
    ///
    /// @param topic where it goes; empty to find that by its `metadata_id` and `data_id`
    record OfNotification(Optional<Topic> topic) implements Submission {

        @Override
        public Origin onto(Origin origin) {
            Origin kind = origin.with(Origin.KIND, NOTIFICATION);
            return topic.map(given -> kind.with(TOPIC, given.value())).orElse(kind);
        }
    }

    /// What is to become of a record.
    enum Intent {
        /// Announce it: as new, or as an update if it was announced before.
        PUBLISH,
        /// Announce it as an update, also if this node knows of no earlier announcement.
        UPDATE,
        /// Announce that it is withdrawn.
        WITHDRAW;

        /// `publish`, `update` or `withdraw`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The intent of this name.
        ///
        /// @throws IllegalArgumentException naming what is allowed
        public static Intent of(String word) {
            return Arrays.stream(values())
                    .filter(intent -> intent.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "[%s] must be publish, update or withdraw".formatted(word)));
        }
    }

    /// Values of {@link Origin#KIND}, and the names of the other properties.
    String RECORD = "discovery-record";

    String NOTIFICATION = "notification";
    String INTENT = "intent";
    String URL = "url";
    String TOPIC = "topic";

    /// The origin of the document, with this kept in it.
    Origin onto(Origin origin);

    /// What was said of an event with this origin; empty for a file event.
    static Optional<Submission> of(Origin origin) {
        String kind = origin.properties().getOrDefault(Origin.KIND, "");
        return switch (kind) {
            case RECORD ->
                    Optional.of(
                            new OfRecord(
                                    Intent.of(origin.properties().getOrDefault(INTENT, "")),
                                    URI.create(origin.properties().getOrDefault(URL, ""))));
            case NOTIFICATION ->
                    Optional.of(
                            new OfNotification(
                                    Optional.ofNullable(origin.properties().get(TOPIC))
                                            .map(Topic::parse)));
            case "" -> Optional.empty();
            default ->
                    throw new IllegalStateException("unknown kind of event [%s]".formatted(kind));
        };
    }

    /// The topic of this text, on which the node's centre may publish.
    ///
    /// @throws IllegalArgumentException with what the topic hierarchy says against it
    static Topic topic(String text, ByHand byHand) {
        Optional<Finding> fault =
                byHand
                        .topics()
                        .validatePublication(text, byHand.centre())
                        .findings(Verdict.FAILED)
                        .stream()
                        .findFirst();
        if (fault.isPresent()) {
            throw new IllegalArgumentException(
                    "[%s] %s%s"
                            .formatted(
                                    text,
                                    fault.get().message(),
                                    fault.get()
                                            .fix()
                                            .map(fix -> "; write [%s]".formatted(fix))
                                            .orElse("")));
        }
        return Topic.parse(text);
    }
}
