package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

class TopicHierarchyTest {

    private static final TopicHierarchy WTH = TopicHierarchy.standard();

    @Test
    void the_shipped_terms_are_complete() {
        assertThat(WTH.version()).isEqualTo("1.3.0");
        assertThat(WTH.date()).isEqualTo(LocalDate.of(2026, 8, 17));
        assertThat(WTH.terms(Level.CENTRE_ID)).hasSize(167);
        assertThat(WTH.search("")).hasSize(1308);
    }

    @Test
    void children_follow_a_prefix_level_by_level() {
        assertThat(WTH.children("")).containsExactly("cache", "origin");
        assertThat(WTH.children("origin")).containsExactly("a");
        assertThat(WTH.children("origin/a")).containsExactly("wis2");
        assertThat(WTH.children("origin/a/wis2")).contains("fr-ifremer-argo");
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo"))
                .containsExactly("data", "metadata");
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo/metadata")).isEmpty();
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo/data"))
                .containsExactly("core", "recommended");
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo/data/core"))
                .hasSize(7)
                .contains("ocean");
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo/data/core/ocean"))
                .containsExactly("experimental", "surface-based-observations");
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo/data/core/ocean/experimental"))
                .isEmpty();
        assertThat(WTH.children("origin/b")).isEmpty();
        assertThat(WTH.children("origin/a/wis2/fr-ifremer-argo/data/core/ocean/foo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fr-ifremer-argo,REGISTERED",
        "at-geosphere,REGISTERED",
        "data-metoffice-noaa-global-cache,REGISTERED",
        "au-bom,RETIRED",
        "fr-anything-test,TEST",
        "uk-anything-test,TEST",
        "test-fr-argo,UNKNOWN",
        "zz-anything-test,UNKNOWN",
        "fr-nobody,UNKNOWN",
        "Fr-Ifremer,UNKNOWN"
    })
    void the_standing_of_a_centre_is_known(String centre, CentreStanding standing) {
        assertThat(WTH.standing(centre)).isEqualTo(standing);
    }

    @Test
    void search_and_status_find_terms() {
        assertThat(WTH.search("Sea-ICE"))
                .contains("ocean/surface-based-observations/sea-ice")
                .allSatisfy(path -> assertThat(path).contains("sea-ice"));
        assertThat(WTH.status("ocean/surface-based-observations/sea-ice"))
                .contains(TermStatus.OPERATIONAL);
        assertThat(WTH.status("weather/space-based-observations/co2m-a/map"))
                .contains(TermStatus.PLANNED);
        assertThat(WTH.status("ocean/foo")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "origin/#",
                "origin/a/wis2/#",
                "+/a/wis2/+/metadata/#",
                "cache/a/wis2/+/metadata",
                "cache/a/wis2/+/data/core/weather/+",
                "cache/a/wis2/+/data/core/weather/+/synop",
                "cache/a/wis2/+/data/core/weather/surface-based-observations/synop/#",
                "cache/a/wis2/+/data/core/ocean/#",
                "cache/a/wis2/+/+/core/ocean/experimental/mine",
                "origin/a/wis2/+/data/+/+/experimental/#",
                "origin/a/wis2/fr-my-test/+"
            })
    void a_filter_that_topics_can_match_passes(String filter) {
        assertThat(WTH.validateSubscription(filter).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',at least one character",
        "cache/a/#/data,only as its whole last level",
        "origin/a/wis2/##,only as its whole last level",
        "origin/a/wis2/fr+/#,only as a whole level",
        "origin/a/wis2,5 levels",
        "origin/a/wis2/fr-ifremer-argo/data,level 8",
        "origin/a/wis2/+/data/core/ocean,level 8",
        "origin/a/wis2/+/data/core/+,level 8",
        "origin/a/wis2/data/+/core,level 4 [data]",
        "origin/a/+/data/core/#,level 4 [data]",
        "origin/a/wis2/+/core/data/ocean/#,level 5 [core]",
        "origin/a/wis2/+/metadata/core,level 5 [metadata]",
        "origin/a/wis2/+/data/core/ocaen/#,did you mean [ocean]",
        "origin/a/wis2/+/data/core/ocean/foo/#,from level 7 on",
        "origin/a/wis2/+/data/core/ocean/experimental/Up/#,from level 7 on"
    })
    void a_filter_that_no_topic_can_match_fails_and_says_why(String filter, String why) {
        Report report = WTH.validateSubscription(filter);

        assertThat(report.conforms()).isFalse();
        assertThat(report.findings().getFirst().message()).contains(why);
    }

    @Test
    void levels_of_the_tree_are_found_at_any_depth() {
        List<String> deepest = WTH.search("").filter(path -> path.split("/").length == 6).toList();

        assertThat(deepest).isNotEmpty();
        assertThat(deepest)
                .allSatisfy(path ->
                        assertThat(
                                        WTH.validatePublication(
                                                        "origin/a/wis2/de-dwd/data/core/" + path)
                                                .conforms())
                                .isTrue());
    }
}
