package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.ReferenceTopics;
import io.github.wis2chain.standards.topics.ToolMode;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.topics.Wth;

import java.util.List;

/// Judges topics and filters.
///
/// @param hierarchy the terms and centres
/// @param publication they are for publishing, not for subscribing
/// @param strict no wildcards; the official tool is asked with `--no-strict` where this is not wanted
/// @param lenient also centres that are not in the list
record TopicJudge(
        TopicHierarchy hierarchy,
        Profile profile,
        boolean publication,
        boolean strict,
        boolean lenient) {

    Report judge(String topic) {
        return switch (profile) {
            case REFERENCE -> new ReferenceTopics(hierarchy).validate(topic, mode());
            case STRICT -> byText(topic, lenient ? withCentreOf(topic) : hierarchy);
        };
    }

    private ToolMode mode() {
        if (publication) {
            return ToolMode.PUBLICATION;
        }
        return strict ? ToolMode.SUBSCRIPTION : ToolMode.LENIENT_SUBSCRIPTION;
    }

    private Report byText(String topic, TopicHierarchy known) {
        if (publication) {
            return known.validatePublication(topic);
        }
        if (strict && (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0)) {
            return new Report(
                    Profile.STRICT,
                    List.of(
                            Finding.failed(
                                    Wth.CONVENTIONS,
                                    "",
                                    "the topic has a wildcard, which --strict does not take")));
        }
        return known.validateSubscription(topic);
    }

    private TopicHierarchy withCentreOf(String topic) {
        String[] levels = topic.split("/", -1);
        return levels.length > 3 && CentreId.isWellFormed(levels[3])
                ? hierarchy.withCentres(List.of(new CentreId(levels[3])))
                : hierarchy;
    }
}
