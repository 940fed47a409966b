package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.ReferenceTopics;
import io.github.wis2chain.standards.topics.ToolMode;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The examples of the packages, and what they print.
class ExampleTest {

    @Test
    void the_example_of_notifications_works() {
        byte[] bytes = aNotification().asBytes();
        List<String> printed = new ArrayList<>();

        Report report = Wnm.validate(bytes, Profile.STRICT);
        report.findings().forEach(finding -> printed.add(finding.sentence()));
        if (report.conforms()) {
            JsonTree message = JsonReader.standard().read(bytes).document().orElseThrow();
            KpiSummary kpis = Wnm.kpis(message, Optional.empty());
            kpis.grade().ifPresent(grade -> printed.add("grade " + grade));
        }

        assertThat(printed).containsExactly("grade A");
    }

    @Test
    void the_example_of_topics_works() {
        String topic = "origin/a/wis2/fr-ifremer-argo/core/data/ocean/experimental";
        List<String> printed = new ArrayList<>();

        TopicHierarchy hierarchy = TopicHierarchy.standard();
        for (Finding finding : hierarchy.validatePublication(topic).findings()) {
            printed.add(finding.sentence());
            finding.fix().ifPresent(printed::add);
        }
        boolean official =
                new ReferenceTopics(hierarchy).validate(topic, ToolMode.PUBLICATION).conforms();

        assertThat(printed)
                .hasSize(2)
                .last()
                .isEqualTo("origin/a/wis2/fr-ifremer-argo/data/core/ocean/experimental");
        assertThat(official).isFalse();
    }
}
