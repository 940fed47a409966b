package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Judges one topic for publishing, once, by the text of WTH 1.
///
/// Alongside the judgement a repaired topic grows: where a level is wrong and the right one is
/// evident, the judgement goes on from the right one, so that one slip does not hide the next. A
/// finding offers the whole repaired topic as its fix, if that is one to publish on.
final class PublicationCheck {

    private final TopicHierarchy hierarchy;
    private final String topic;
    private final Optional<CentreId> publisher;
    private final Repair repair;
    private final PrimaryCheck primary;

    PublicationCheck(TopicHierarchy hierarchy, String topic, Optional<CentreId> publisher) {
        this.hierarchy = hierarchy;
        this.topic = topic;
        this.publisher = publisher;
        this.repair = new Repair(topic);
        this.primary = new PrimaryCheck(hierarchy, repair);
    }

    Report report() {
        boolean repaired = isJudgedToTheEnd();
        String fix = repair.topic();
        boolean offered =
                repaired
                        && !fix.equals(topic)
                        && new PublicationCheck(hierarchy, fix, publisher).isSound();
        return new Report(Profile.STRICT, repair.findings(offered));
    }

    private boolean isSound() {
        return isJudgedToTheEnd() && repair.isSound();
    }

    /// Judges; the answer is whether every fault had an evident repair.
    private boolean isJudgedToTheEnd() {
        if (topic.isEmpty()) {
            repair.fail(
                    Wth.PUBLISHING.parts("A"),
                    "the topic is empty; at least 5 levels are required");
            return false;
        }
        int bytes = topic.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Topic.MOST_BYTES) {
            repair.fail(
                    Wth.PUBLISHING.parts("A"),
                    String.format(
                            Locale.ROOT,
                            "the topic has %d bytes; MQTT allows at most %d",
                            bytes,
                            Topic.MOST_BYTES));
            return false;
        }
        boolean repaired = new FormCheck(hierarchy, repair).judge();
        if (repair.levels().size() < Topic.FEWEST_LEVELS) {
            repair.fail(
                    Wth.PUBLISHING.parts("A"),
                    String.format(
                            Locale.ROOT,
                            "the topic has %s; at least %d are required, down to the"
                                    + " notification-type",
                            Repair.counted(repair.levels().size()),
                            Topic.FEWEST_LEVELS));
            return false;
        }
        repaired &= primary.judgeChannel();
        repaired &= primary.judgeTerm(Level.VERSION);
        repaired &= primary.judgeTerm(Level.SYSTEM);
        repaired &= primary.judgeCentre(publisher);
        repaired &= primary.judgeTerm(Level.NOTIFICATION_TYPE);
        return switch (repair.at(Level.NOTIFICATION_TYPE)) {
            case "metadata" -> judgeMetadata() && repaired;
            case "data" -> judgeData() && repaired;
            default -> false;
        };
    }

    private boolean judgeMetadata() {
        if (repair.levels().size() > Topic.FEWEST_LEVELS) {
            repair.fail(
                    Wth.PUBLISHING.parts("C"),
                    "the topic goes on after level 5 [metadata]; notifications about metadata are"
                            + " published on exactly 5 levels");
            repair.cut(Topic.FEWEST_LEVELS);
        }
        return true;
    }

    private boolean judgeData() {
        int length = repair.levels().size();
        boolean repaired = true;
        if (length > Level.DATA_POLICY.index()) {
            repaired = primary.judgeTerm(Level.DATA_POLICY);
        }
        if (length > Level.EARTH_SYSTEM_DISCIPLINE.index()) {
            repaired &= primary.judgeTerm(Level.EARTH_SYSTEM_DISCIPLINE);
        }
        if (length <= Level.IN_ORDER.size()) {
            repair.fail(
                    Wth.PUBLISHING.parts("B"),
                    "the topic has %s; data is published at level 8 or deeper"
                            .formatted(Repair.counted(length)));
            return false;
        }
        Term discipline =
                hierarchy
                        .terms(Level.EARTH_SYSTEM_DISCIPLINE)
                        .get(repair.at(Level.EARTH_SYSTEM_DISCIPLINE));
        return discipline != null && new SubDisciplineCheck(repair).judge(discipline) && repaired;
    }
}
