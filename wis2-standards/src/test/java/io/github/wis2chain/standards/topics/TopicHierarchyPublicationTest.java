package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TopicHierarchyPublicationTest {

    private static final String CENTRE = "origin/a/wis2/fr-ifremer-argo";
    private static final String OCEAN = CENTRE + "/data/core/ocean/surface-based-observations";
    private static final String PROFILERS = OCEAN + "/drifting-ocean-profilers";

    private static final TopicHierarchy WTH = TopicHierarchy.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROFILERS,
                CENTRE + "/metadata",
                CENTRE + "/data/recommended/weather/surface-based-observations/synop",
                CENTRE + "/data/core/ocean/experimental",
                CENTRE + "/data/core/ocean/experimental/gliders/2026",
                "origin/a/wis2/fr-ifremer-argo-test/metadata",
                "origin/a/wis2/int-anything-test/metadata"
            })
    void a_topic_of_the_hierarchy_passes(String topic) {
        assertThat(WTH.validatePublication(topic).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_topic_that_is_no_leaf_is_a_warning() {
        Report report = WTH.validatePublication(OCEAN);

        assertThat(report.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().getFirst().message())
                .contains("[surface-based-observations]", "animal-borne-sensors", "5 more");
    }

    @Test
    void a_retired_centre_is_a_warning() {
        assertThat(WTH.validatePublication("origin/a/wis2/au-bom/metadata").verdict())
                .isEqualTo(Verdict.WARNING);
    }

    @Test
    void the_exchanged_levels_of_the_seed_are_named_and_put_right() {
        String topic =
                CENTRE + "/core/data/ocean/surface-based-observations/drifting-ocean-profilers";

        Finding finding = onlyFault(topic, Wth.CONVENTIONS);
        assertThat(finding.message()).contains("levels 5 and 6", "[core/data]", "[data/core]");
        assertThat(finding.fix()).contains(PROFILERS);
    }

    @Test
    void upper_case_is_named_and_put_right() {
        Finding finding = onlyFault(PROFILERS.replace("/data/", "/Data/"), Wth.CONVENTIONS);

        assertThat(finding.message()).contains("level 5 [Data]", "'D'", "[data]");
        assertThat(finding.fix()).contains(PROFILERS);
    }

    @ParameterizedTest
    @CsvSource({
        "wis2,wis,level 3",
        "/data/,/dta/,level 5",
        "/core/,/cor/,level 6",
        "/ocean/,/oecan/,level 7",
        "surface-based,surfaced-based,level 8",
        "profilers,profiler,level 9"
    })
    void a_misspelt_level_is_named_and_put_right(String right, String wrong, String level) {
        Finding finding = onlyFault(PROFILERS.replaceFirst(right, wrong), Wth.PUBLISHING);

        assertThat(finding.message()).contains(level, "did you mean");
        assertThat(finding.fix()).contains(PROFILERS);
    }

    @Test
    void a_level_left_out_is_put_in_where_only_one_path_leads_to_the_term() {
        Finding finding =
                onlyFault(CENTRE + "/data/core/ocean/drifting-ocean-profilers", Wth.PUBLISHING);

        assertThat(finding.message()).contains("level 8 [drifting-ocean-profilers]");
        assertThat(finding.fix()).contains(PROFILERS);
    }

    @Test
    void several_faults_are_all_reported_and_repaired_at_once() {
        Report report =
                WTH.validatePublication(
                        "Origin/a/wis2/fr-ifremer-argo/core/data/ocaen/surface_based-observations/sea-ice");

        assertThat(report.findings()).hasSize(4);
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.fix()).contains(OCEAN + "/sea-ice"));
    }

    @Test
    void the_cache_channel_is_not_for_nodes() {
        Finding finding = onlyFault(PROFILERS.replace("origin", "cache"), Wth.PUBLISHING);

        assertThat(finding.message()).contains("level 1 is [cache]");
        assertThat(finding.fix()).contains(PROFILERS);
    }

    @Test
    void a_misspelt_channel_is_put_right() {
        Finding finding = onlyFault(PROFILERS.replace("origin", "orgin"), Wth.PUBLISHING);

        assertThat(finding.message()).contains("level 1 is [orgin]", "[origin]");
        assertThat(finding.fix()).contains(PROFILERS);
    }

    @Test
    void metadata_ends_at_level_5() {
        Finding finding = onlyFault(CENTRE + "/metadata/core/ocean", Wth.PUBLISHING);

        assertThat(finding.requirement().part()).isEqualTo("C");
        assertThat(finding.fix()).contains(CENTRE + "/metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {CENTRE + "/data", CENTRE + "/data/core", CENTRE + "/data/core/ocean"})
    void data_needs_level_8(String topic) {
        Finding finding = onlyFault(topic, Wth.PUBLISHING);

        assertThat(finding.requirement().part()).isEqualTo("B");
        assertThat(finding.fix()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "origin", "origin/a/wis2/fr-ifremer-argo"})
    void fewer_than_5_levels_fail(String topic) {
        onlyFault(topic, Wth.PUBLISHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CENTRE + "/metadata/",
                "/" + CENTRE + "/metadata",
                "origin/a/wis2//data/core/ocean/surface-based-observations/sea-ice",
                OCEAN + "/#",
                OCEAN + "/+",
                OCEAN + "/sea ice",
                OCEAN + "/sea--ice",
                OCEAN + "/sea-ice\u0000",
                CENTRE + "/data/core/ocean/experimental/UPPER",
                CENTRE + "/data/core/ocean/experimental/a.b",
                CENTRE + "/data/core/ocean/experimental/é",
                "origin/a/wis2/fr.ifremer/metadata"
            })
    void a_malformed_level_fails_the_conventions(String topic) {
        Report report = WTH.validatePublication(topic);

        assertThat(report.conforms()).isFalse();
        assertThat(report.findings())
                .anySatisfy(finding ->
                        assertThat(finding.requirement().id()).isEqualTo(Wth.CONVENTIONS.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CENTRE + "/data/core/foo/experimental",
                CENTRE + "/data/core/ocean/experimental-buoys",
                OCEAN + "/experimental",
                "monitor/a/wis2/fr-ifremer-argo/metadata",
                CENTRE + "/data/core/ocean/something-else"
            })
    void an_undefined_term_fails_publishing(String topic) {
        assertThat(onlyFault(topic, Wth.PUBLISHING).fix()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-test", "x-test", "test-fr-argo", "zz-argo-test", "france"})
    void a_centre_without_a_known_top_level_domain_fails(String centre) {
        assertThat(WTH.validatePublication("origin/a/wis2/" + centre + "/metadata").conforms())
                .isFalse();
    }

    @Test
    void a_centre_that_is_not_registered_fails_without_a_certain_fix() {
        Finding finding = onlyFault("origin/a/wis2/fr-ifremer-agro/metadata", Wth.PUBLISHING);

        assertThat(finding.message()).contains("level 4", "did you mean [fr-ifremer-argo]");
        assertThat(finding.fix()).isEmpty();
    }

    @Test
    void a_centre_younger_than_the_list_can_be_added() {
        String topic = "origin/a/wis2/fr-newcomer/metadata";
        TopicHierarchy extended = WTH.withCentres(List.of(new CentreId("fr-newcomer")));

        assertThat(WTH.validatePublication(topic).conforms()).isFalse();
        assertThat(extended.validatePublication(topic).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void the_topic_of_another_centre_fails() {
        Report report = WTH.validatePublication(PROFILERS, new CentreId("de-dwd"));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().getFirst().message())
                .contains("[fr-ifremer-argo]", "[de-dwd]");
        assertThat(WTH.validatePublication(PROFILERS, new CentreId("fr-ifremer-argo")).findings())
                .isEmpty();
    }

    @Test
    void a_hostile_topic_gives_a_short_report() {
        Report report = WTH.validatePublication("/".repeat(60_000));

        assertThat(report.conforms()).isFalse();
        assertThat(report.findings()).hasSizeLessThan(12);
        assertThat(WTH.validatePublication("a".repeat(70_000)).findings()).hasSize(1);
    }

    private static Finding onlyFault(String topic, Requirement requirement) {
        Report report = WTH.validatePublication(topic);
        assertThat(report.conforms()).isFalse();
        assertThat(report.findings()).hasSize(1);
        Finding finding = report.findings().getFirst();
        assertThat(finding.requirement().id()).isEqualTo(requirement.id());
        return finding;
    }
}
