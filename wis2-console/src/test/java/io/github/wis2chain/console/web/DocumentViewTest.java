package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class DocumentViewTest {

    @Test
    void numbers_order_and_repeated_members_stay_as_they_were_sent() {
        assertThat(
                        DocumentView.of(
                                        "{\"b\":1.50,\"a\":1e3,\"b\":\"\\u00e9\\n\",\"c\":{},\"d\":[]}")
                                .text())
                .isEqualTo(
                        """
                        {
                          "b": 1.50,
                          "a": 1e3,
                          "b": "é\\n",
                          "c": {},
                          "d": []
                        }\
                        """);
    }

    @Test
    void places_are_found_by_their_pointer_or_the_nearest_above() {
        DocumentView document = DocumentView.of("{\"a/b\":[{\"c\":1},{\"d\":2}],\"e\":3}");

        assertThat(document.lineOf("/a~1b/1/d")).hasValue(7);
        assertThat(document.lineOf("/a~1b/1/missing")).hasValue(6);
        assertThat(document.lineOf("/e")).hasValue(10);
        assertThat(document.lineOf("/nowhere")).isEmpty();
        assertThat(document.lineOf("")).isEmpty();
    }

    @Test
    void what_is_no_json_is_shown_line_by_line() {
        DocumentView document = DocumentView.of("{\"a\":\r\nbroken");

        assertThat(document.json()).isFalse();
        assertThat(document.text()).isEqualTo("{\"a\":\nbroken");
    }

    @Test
    void json_of_too_many_lines_is_shown_as_it_was_sent() {
        String most = "[" + "0,".repeat(DocumentView.MOST_LINES - 3) + "0]";
        String tooMany = "[" + "0,".repeat(DocumentView.MOST_LINES - 2) + "0]";

        assertThat(DocumentView.of(most).lines()).hasSize(DocumentView.MOST_LINES);
        DocumentView document = DocumentView.of(tooMany);
        assertThat(document.json()).isFalse();
        assertThat(document.text()).isEqualTo(tooMany);
    }

    @Test
    void differences_are_shown_with_what_is_around() {
        List<LineDiff.Edit> edits =
                LineDiff.of(
                                List.of("1", "2", "3", "4", "5", "6", "7"),
                                List.of("1", "2", "3", "4", "x", "6", "7"))
                        .edits();

        assertThat(edits.stream().map(edit -> edit.sign() + edit.text()))
                .containsExactly(" 3", " 4", "-5", "+x", " 6", " 7");
    }
}
