package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.cloudevents.CloudEvents;
import io.github.wis2chain.standards.stac.Stac;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.topics.Wth;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wme.Wme;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.List;

/// A standard whose rules are part of this program.
///
/// @param official the official validator whose verdicts the profile `reference` gives; empty for none
record RuleSet(String name, String version, String specification, String official) {

    /// All of them.
    static List<RuleSet> inside() {
        return List.of(
                new RuleSet("WNM", "1.3, 1.4-draft", Wnm.SPECIFICATION, "pywis-pubsub 0.8 to 0.13"),
                new RuleSet("WCMP2", "2.3", Wcmp2.SPECIFICATION, "pywcmp 0.14.4"),
                new RuleSet(
                        "WTH",
                        TopicHierarchy.standard().version(),
                        Wth.SPECIFICATION,
                        "pywis-topics 0.5"),
                new RuleSet("WME", "1.0", Wme.SPECIFICATION, ""),
                new RuleSet("STAC", "1.0, 1.1, file extension 2.x", Stac.SPECIFICATION, ""),
                new RuleSet("CloudEvents", CloudEvents.VERSION, CloudEvents.SPECIFICATION, ""));
    }
}
