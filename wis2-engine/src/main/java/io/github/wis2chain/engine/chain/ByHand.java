package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.Optional;
import java.util.Set;

/// What holds for that which people publish by hand: discovery records, and notifications that belong
/// to no dataset.
///
/// @param centre the node's centre, in whose name alone it publishes
/// @param topics the topic hierarchy with the centres that are known to the node
/// @param records what follows when a record does not conform to WCMP2; one that is withdrawn need not
/// @param checks what their notifications must pass
public record ByHand(CentreId centre, TopicHierarchy topics, CheckMode records, Checks checks) {

    /// The name under which discovery records are counted.
    public static final String METADATA = "metadata";

    /// The name under which notifications are counted that belong to no dataset.
    public static final String OTHERS = "by-hand";

    /// Names that no dataset can have.
    public static final Set<String> RESERVED = Set.of(METADATA, OTHERS);

    /// Of the centre with this centre-id, nothing goes out that does not conform.
    public static ByHand of(String centre) {
        return new ByHand(
                new CentreId(centre), TopicHierarchy.standard(), CheckMode.BLOCK, Checks.DEFAULT);
    }

    /// What is said of a notification that is to go to this topic.
    ///
    /// @throws IllegalArgumentException with what the topic hierarchy says against it
    public Submission notificationOn(String topic) {
        return new Submission.OfNotification(Optional.of(Submission.topic(topic, this)));
    }

    /// What is said of a notification whose topic is to be found.
    public static Submission notification() {
        return new Submission.OfNotification(Optional.empty());
    }

    /// Where notifications about the centre's discovery records go.
    Destination metadata() {
        return new Destination(
                METADATA, Topic.parse("origin/a/wis2/%s/metadata".formatted(centre)), checks);
    }

    /// Where a notification goes of which only the topic is known.
    Destination others(Topic topic) {
        return topic.isForMetadata() ? metadata() : new Destination(OTHERS, topic, checks);
    }
}
