package io.github.wis2chain.app.settings;

import static io.github.wis2chain.app.settings.Configured.NODE;
import static io.github.wis2chain.app.settings.Configured.TOPIC;
import static io.github.wis2chain.app.settings.Configured.problem;
import static io.github.wis2chain.app.settings.Configured.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What a dataset may be told, and which names it may have.
class DatasetSettingsTest {

    @Test
    void a_topic_with_a_wildcard_or_an_unknown_level_is_refused_with_the_rest() {
        List<String> problems =
                problems(
                        """
                        node: {centre-id: fr-ifremer-argo}
                        datasets:
                          a: {topic: 'origin/a/wis2/fr-ifremer-argo/data/core/ocean/#'}
                          b: {topic: origin/a/wis2/fr-ifremer-argo/core/data/ocean/surface-based-observations/drifting-ocean-profilers}
                          c: {topic: origin/a/wis2/de-dwd/data/core/ocean/surface-based-observations/drifting-ocean-profilers}
                          d: {topic: origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/floats}
                        """);

        assertThat(problems).anyMatch(text -> text.contains("datasets.a.topic"));
        assertThat(problems)
                .anyMatch(text -> text.contains("datasets.b.topic") && text.contains(TOPIC));
        assertThat(problems)
                .anyMatch(text -> text.contains("datasets.c.topic") && text.contains("de-dwd"));
        assertThat(problems)
                .anyMatch(text -> text.contains("datasets.d.topic") && text.contains("floats"));
    }

    @Test
    void a_dataset_may_only_name_a_source_that_is_defined() {
        assertThat(
                        problem(
                                NODE
                                        + "sources: {files: {http: {}}}\n"
                                        + "datasets: {argo: {when: {source: flies}, topic: "
                                        + TOPIC
                                        + "}}"))
                .contains("datasets.argo.when", "[flies]", "files");
    }

    @Test
    void names_of_sources_and_datasets_have_a_form() {
        assertThat(
                        problems(
                                NODE
                                        + "sources: {Files: {http: {}}}\n"
                                        + "datasets: {'a b': {topic: "
                                        + TOPIC
                                        + "}}"))
                .satisfiesExactly(
                        text -> assertThat(text).contains("sources.Files", "lower-case"),
                        text -> assertThat(text).contains("datasets.a b", "lower-case"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"files/argo/#", "#", "files/+/bufr", "files/*/bufr"})
    void what_an_event_must_say_is_no_topic_filter(String pattern) {
        assertThat(
                        problem(
                                NODE
                                        + "sources: {files: {http: {}}}\n"
                                        + "datasets: {argo: {when: {subject: '"
                                        + pattern
                                        + "'}, topic: "
                                        + TOPIC
                                        + "}}"))
                .contains("datasets.argo.when.subject", pattern, "* at its end");
    }
}
