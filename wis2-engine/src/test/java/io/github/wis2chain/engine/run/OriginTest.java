package io.github.wis2chain.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class OriginTest {

    @Test
    void people_read_the_place_who_sent_it_and_from_where_as_far_as_it_is_known() {
        assertThat(new Origin("mqtt", "a/b", Map.of()).sender()).isEqualTo("a/b");
        assertThat(new Origin("http", "10.0.0.1", Map.of(Origin.USER, "feeder")).sender())
                .isEqualTo("10.0.0.1, user feeder");
        assertThat(
                        new Origin(
                                        "operator",
                                        "ada",
                                        Map.of(Origin.USER, "ada", Origin.ADDRESS, "10.0.0.2"))
                                .sender())
                .isEqualTo("ada, address 10.0.0.2");
    }
}
