package io.github.wis2chain.standards.topics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A topic on which a notification can be published, such as `origin/a/wis2/fr-ifremer-argo/metadata`.
///
/// After construction its form is certain: at least the five levels down to the notification type,
/// each in the notation of WTH 1 (`/req/core/conventions`), no wildcard, and a centre-id of the
/// right form. Whether WTH knows the terms is judged by [TopicHierarchy#validatePublication].
///
/// @param value the whole topic, levels divided by `/`
public record Topic(String value) {

    static final int FEWEST_LEVELS = 5;

    /// The longest topic that an MQTT packet can carry, in bytes of UTF-8 (MQTT 5.0, 1.5.4).
    static final int MOST_BYTES = 65_535;

    public Topic {
        List<String> levels = levelsOf(value);
        if (levels.size() < FEWEST_LEVELS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "topic [%s] must have at least %d levels, but has %d",
                            Quoted.shortened(value),
                            FEWEST_LEVELS,
                            levels.size()));
        }
        for (int i = 0; i < levels.size(); i++) {
            if (!Notation.isWellFormed(levels.get(i))) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "topic [%s] is malformed: level %d %s",
                                Quoted.shortened(value),
                                i + 1,
                                Notation.faultOf(levels.get(i))));
            }
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "topic [%s] must have at most %d bytes, but has %d",
                            Quoted.shortened(value),
                            MOST_BYTES,
                            value.getBytes(StandardCharsets.UTF_8).length));
        }
        if (!CentreId.isWellFormed(levels.get(Level.CENTRE_ID.index()))) {
            throw new IllegalArgumentException(
                    "topic [%s] must have a centre-id at level 4, but has [%s]"
                            .formatted(
                                    Quoted.shortened(value),
                                    Quoted.shortened(levels.get(Level.CENTRE_ID.index()))));
        }
    }

    /// The topic that the text names.
    ///
    /// @throws IllegalArgumentException if the form is wrong, naming the level and the fault
    public static Topic parse(String text) {
        return new Topic(text);
    }

    /// The levels from the first to the last, at least five.
    public List<String> levels() {
        return levelsOf(value);
    }

    /// The centre that publishes: level 4.
    public CentreId centreId() {
        return new CentreId(levels().get(Level.CENTRE_ID.index()));
    }

    /// Whether notifications about discovery records belong here: level 5 is `metadata`.
    public boolean isForMetadata() {
        return levels().get(Level.NOTIFICATION_TYPE.index()).equals("metadata");
    }

    /// The data policy, `core` or `recommended` in a valid topic: level 6, absent in a metadata topic.
    public Optional<String> dataPolicy() {
        return levels().stream().skip(Level.DATA_POLICY.index()).findFirst();
    }

    /// The same topic on the channel of the Global Caches: level 1 becomes `cache`.
    public Topic onCache() {
        return new Topic("cache" + value.substring(value.indexOf('/')));
    }

    /// The topic as MQTT carries it.
    @Override
    public String toString() {
        return value;
    }

    static List<String> levelsOf(String topic) {
        return List.of(topic.split("/", -1));
    }
}
