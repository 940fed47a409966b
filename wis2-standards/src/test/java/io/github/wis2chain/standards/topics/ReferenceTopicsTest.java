package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.conformance.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class ReferenceTopicsTest {

    private static final String CENTRE = "origin/a/wis2/fr-ifremer-argo";
    private static final TopicHierarchy WTH = TopicHierarchy.standard();
    private static final ReferenceTopics TOOL = new ReferenceTopics(WTH);

    @Test
    void it_lists_children_as_the_hierarchy_does() {
        assertThat(TOOL.children("/")).isEqualTo(WTH.children(""));
        for (String prefix :
                new String[] {
                    "origin",
                    "origin/a/wis2",
                    CENTRE,
                    CENTRE + "/data",
                    CENTRE + "/data/core",
                    CENTRE + "/data/core/ocean",
                    CENTRE + "/data/core/weather/space-based-observations"
                }) {
            assertThat(TOOL.children(prefix)).as(prefix).isEqualTo(WTH.children(prefix));
        }
    }

    @Test
    void it_has_no_children_for_what_it_refuses_and_below_leaves() {
        assertThat(TOOL.children("origin/b")).isEmpty();
        assertThat(TOOL.children("origin/+")).isEmpty();
        assertThat(TOOL.children(CENTRE + "/data/core/ocean/surface-based-observations/sea-ice"))
                .isEmpty();
    }

    @Test
    void it_lists_policies_below_metadata_and_paths_that_begin_alike() {
        assertThat(TOOL.children(CENTRE + "/metadata")).containsExactly("core", "recommended");
        assertThat(TOOL.children(CENTRE + "/data/core/weather/space-based-observations/noaa-1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+",
                "#",
                ".*",
                "a*",
                "+/",
                ".*/",
                "((a*)*)*",
                "a?",
                "#/",
                "/",
                "-",
                "(",
                "[",
                "|",
                "\\",
                "[a-z]*",
                "(a|b)*/",
                "(((((){128}){128}){128}){128}){128}",
                "((((a?){128}){128}){128}){128}",
                "\\b\\w*"
            })
    void hostile_patterns_are_judged_at_once(String unit) {
        String path = "origin/a/wis2/x/data/core/" + unit.repeat(60_000 / unit.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    for (ToolMode mode : ToolMode.values()) {
                        told(TOOL.validate(path, mode));
                    }
                    told(WTH.validateSubscription(path));
                    told(WTH.validatePublication(path));
                    told(WTH.validateNewCentre(path));
                    told(TOOL.validateNewCentre(path));
                    told(WTH.validatePublication(path, new CentreId("fr-ifremer-argo")));
                    TOOL.children(path);
                });
    }

    @Test
    void a_long_set_is_matched_at_once() {
        String path = "origin/a/wis2/x/data/core/x|([%s]?){128}/".formatted("z".repeat(60_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> told(TOOL.validate(path, ToolMode.LENIENT_SUBSCRIPTION)));
    }

    private static void told(Report report) {
        assertThat(report.findings())
                .hasSizeLessThan(20)
                .allSatisfy(finding -> assertThat(finding.message().length()).isBetween(1, 800));
    }
}
