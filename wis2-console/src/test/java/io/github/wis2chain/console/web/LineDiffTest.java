package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class LineDiffTest {

    @Test
    void what_differs_is_found_wherever_it_stands() {
        List<String> before = lines("line", 5000);
        List<String> after = new ArrayList<>(before);
        after.set(4000, "another");

        LineDiff diff = LineDiff.of(before, after);

        assertThat(diff.whole()).isTrue();
        assertThat(texts(diff))
                .containsExactly(
                        "  line 3998",
                        "  line 3999",
                        "- line 4000",
                        "+ another",
                        "  line 4001",
                        "  line 4002");
    }

    @Test
    void what_differs_twice_is_shown_with_a_gap_between() {
        List<String> before = lines("line", 100);
        List<String> after = new ArrayList<>(before);
        after.removeFirst();
        after.addLast("the end");

        assertThat(texts(LineDiff.of(before, after)))
                .containsExactly(
                        "- line 0",
                        "  line 1",
                        "  line 2",
                        "@ …",
                        "  line 98",
                        "  line 99",
                        "+ the end");
    }

    @Test
    void a_short_document_is_compared_with_a_long_one_as_a_whole() {
        LineDiff diff = LineDiff.of(List.of("a", "b"), lines("line", 5000));

        assertThat(diff.whole()).isTrue();
        assertThat(diff.edits()).hasSize(5002);
    }

    @Test
    void what_is_too_much_to_compare_says_so() {
        LineDiff diff = LineDiff.of(lines("old", 5000), lines("new", 5000));

        assertThat(diff.whole()).isFalse();
        assertThat(texts(diff)).contains("- old 0", "+ new 0").doesNotContain("- old 4999");
    }

    @Test
    void what_is_too_much_to_show_says_so() {
        LineDiff diff = LineDiff.of(List.of("a"), List.of("b".repeat(3000), "c"));

        assertThat(diff.whole()).isFalse();
        assertThat(texts(diff)).contains("+ " + "b".repeat(2000) + "…", "+ c");
        assertThat(LineDiff.of(List.of(), lines("a line of the text", 5000)).edits())
                .hasSizeBetween(1000, 4000);
    }

    @Test
    void documents_that_are_the_same_do_not_differ() {
        assertThat(LineDiff.of(lines("line", 3), lines("line", 3)).edits()).isEmpty();
    }

    private static List<String> lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(number -> word + " " + number).toList();
    }

    private static List<String> texts(LineDiff diff) {
        return diff.edits().stream().map(edit -> edit.sign() + " " + edit.text()).toList();
    }
}
