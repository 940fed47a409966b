package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTest {

    @Test
    void a_list_shows_the_last_segment_of_an_address_and_what_is_said_of_it() {
        assertThat(
                        Text.brief(
                                "https://data.example.org/argo/bufr/202611/profile-6901.bufr"
                                        + " answered 404, and 200 is required."))
                .isEqualTo("…/profile-6901.bufr answered 404, and 200 is required.");
    }

    @Test
    void short_paths_stay_whole() {
        assertThat(Text.brief("/properties/integrity: no")).isEqualTo("/properties/integrity: no");
    }

    @Test
    void of_a_very_long_word_both_ends_are_shown() {
        String word = "a".repeat(30) + "-".repeat(40) + "z".repeat(30);

        assertThat(Text.brief("x " + word)).isEqualTo("x " + "a".repeat(22) + "…" + "z".repeat(22));
    }

    @Test
    void commands_in_a_sentence_are_told_from_it() {
        assertThat(Text.pieces("Use `wis2 run edit`, then retry."))
                .containsExactly("Use ", "wis2 run edit", ", then retry.");
    }
}
