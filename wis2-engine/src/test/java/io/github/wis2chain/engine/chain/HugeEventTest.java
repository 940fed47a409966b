package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// Events that are too large, too deep or too long in one place: the answer stays short and comes at once.
class HugeEventTest extends RefusedEventTest {

    @Test
    void more_assets_than_allowed_are_refused_with_both_numbers() throws Exception {
        ItemFixture item = FIRST.item();
        for (int i = 0; i < 100; i++) {
            item = item.with("/assets/more-" + i, "{}");
        }

        Failure failure = Chain.failure(chain.run(item));

        assertThat(failure.code()).isEqualTo("EVENT_TOO_LARGE");
        assertThat(failure.text())
                .isEqualTo("/data/assets: there are 101 assets; at most 100 are allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"MultiPoint\",\"coordinates\":[%s]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[%s]]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[%s]}]}"
            })
    void more_positions_than_allowed_are_refused_with_both_numbers(String geometry)
            throws Exception {
        String positions = "[1,2],".repeat(5000) + "[1,2]";

        Failure failure =
                Chain.failure(
                        chain.run(FIRST.item().with("/geometry", geometry.formatted(positions))));

        assertThat(failure.code()).isEqualTo("EVENT_TOO_LARGE");
        assertThat(failure.text())
                .isEqualTo("/data/geometry: there are 5001 positions; at most 5000 are allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[%s1]}",
                "{\"data\":{\"type\":\"Feature\",\"links\":[%s1]}}",
                "{\"data\":{\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[%s1]}}}"
            })
    void an_event_of_half_a_million_values_is_refused_before_any_rule(String event)
            throws Exception {
        byte[] bytes = event.formatted("1,".repeat(500_000)).getBytes(StandardCharsets.UTF_8);

        Failure failure = failure(bytes);

        assertThat(failure.code()).isEqualTo("EVENT_NOT_JSON");
        assertThat(failure.text()).contains("at most 50000 are allowed");
    }

    @Test
    void a_hundred_findings_of_one_rule_are_enough() throws Exception {
        ItemFixture item = FIRST.item().with("/links", "[" + "1,".repeat(40_000) + "1]");

        Failure failure = Chain.failure(chain.run(item));

        assertThat(failure.text()).endsWith("There are at least 99 more faults.");
    }

    @Test
    void an_event_name_of_any_length_is_kept_in_a_short_label() throws Exception {
        Outcome outcome = chain.run(FIRST.event().with("id", "x".repeat(100_000)).with("type", ""));

        assertThat(outcome.labels().toString()).hasSizeLessThan(1100);
        assertThat(Chain.remarks(outcome))
                .allSatisfy(remark -> assertThat(remark.toString()).hasSizeLessThan(5000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void json_ten_thousand_deep_is_refused_in_no_time(String opening) throws Exception {
        byte[] deep = opening.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        failure(deep);
        long start = System.nanoTime();

        Failure failure = failure(deep);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(failure.code()).isEqualTo("EVENT_NOT_JSON");
        assertThat(failure.text()).contains("64");
    }

    @Test
    void a_mebibyte_of_assets_is_judged_in_bounded_time_and_words() throws Exception {
        var assets = new StringBuilder("{");
        for (int i = 0; assets.length() < 1_000_000; i++) {
            assets.append(i == 0 ? "" : ",")
                    .append("\"a%d\":{\"href\":\"%s\"}".formatted(i, "x".repeat(50)));
        }
        byte[] hostile =
                EventFixture.anEvent()
                        .withItem(FIRST.item().with("/assets", assets.append('}').toString()))
                        .asBytes();

        Failure failure = failure(hostile);

        assertThat(failure.code()).isEqualTo("EVENT_TOO_LARGE");
        assertThat(failure.text()).contains("/data/assets: there are").hasSizeLessThan(1000);
    }

    @Test
    void an_oversized_event_is_refused_with_both_sizes() throws Exception {
        var head = Payload.ofText("{\"id\":");

        Failure failure =
                Chain.failure(
                        chain.run(
                                chain.claim(
                                        head,
                                        Chain.origin(Map.of(Origin.WHOLE_SIZE, "52428800")))));

        assertThat(failure.code()).isEqualTo("EVENT_TOO_LARGE");
        assertThat(failure.text())
                .isEqualTo("The event had 52428800 bytes; only its first 6 were kept.");
    }

    @Test
    void a_name_of_a_million_characters_does_not_fill_lists_and_logs() throws Exception {
        Failure failure = failure(FIRST.event().with("subject", "x".repeat(1_000_000)));

        assertThat(failure.code()).isEqualTo("DATASET_UNKNOWN");
        assertThat(failure.text())
                .hasSizeLessThanOrEqualTo(2000)
                .startsWith("No dataset takes")
                .contains("characters left out")
                .endsWith("subject diffusion/files/example/argo/*.");
    }
}
