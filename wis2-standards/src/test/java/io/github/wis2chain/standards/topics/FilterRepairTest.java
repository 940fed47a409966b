package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRepairTest {

    private static final TopicHierarchy WTH = TopicHierarchy.standard();

    @ParameterizedTest
    @CsvSource({
        "origin/a/wis2, origin/a/wis2/#",
        "Origin/A/WIS2/+/Data/Core/Ocean/#, origin/a/wis2/+/data/core/ocean/#",
        "cache/a/wis2/+/core/data/ocean/#, cache/a/wis2/+/data/core/ocean/#",
        "cache/a/wis2/+/data/core/ocaen/#, cache/a/wis2/+/data/core/ocean/#",
        "cache/a/wis2/+/data/core/ocean, cache/a/wis2/+/data/core/ocean/#",
        "cache/a/wis2/+/data/core/+, cache/a/wis2/+/data/core/+/#",
        "cache/a/wis2/+/data/+/+/surface_based_observations/synop,"
                + " cache/a/wis2/+/data/+/+/surface-based-observations/synop",
        "cache/a/wis2/+/data/core/ocean/surface-based-observations/sea-icee,"
                + " cache/a/wis2/+/data/core/ocean/surface-based-observations/sea-ice"
    })
    void what_was_meant_is_offered(String filter, String meant) {
        Finding finding = WTH.validateSubscription(filter).findings().getFirst();

        assertThat(finding.fix()).contains(meant);
        assertThat(WTH.validateSubscription(meant).conforms()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cache/a/#/data",
                "origin/a/wis2/fr-ifremer-agro/#",
                "origin/a/wis2/+/data/core/ocean/nothing-alike/#",
                "origin/a/wis2/+/metadata/core",
                "monitor/a/wis2/#"
            })
    void nothing_is_offered_where_it_is_not_evident(String filter) {
        assertThat(WTH.validateSubscription(filter).findings().getFirst().fix()).isEmpty();
    }
}
