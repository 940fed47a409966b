package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.stream.IntStream;

/// Which events a dataset takes.
class SelectionTest {

    private static final SourceName FILES = new SourceName("argo-files");
    private static final Optional<String> ANY = Optional.empty();

    @Test
    void a_selection_that_says_nothing_takes_everything() {
        var everything = new Selection(Optional.empty(), ANY, ANY, ANY, ANY);

        assertThat(everything.takes(FILES, Optional.empty(), "t", "p", Optional.empty())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "files/argo, files/argo, true",
        "files/argo, files/argo/bufr, false",
        "files/argo/*, files/argo/bufr, true",
        "files/argo/*, files/argo/, true",
        "files/argo/*, files/argo, false",
        "files/argo*, files/argonaut, true",
        "files/*/bufr, files/argo/bufr, false",
        "'*', files, true",
        "Files, files, false"
    })
    void a_subject_is_compared_exactly_or_up_to_the_star_at_its_end(
            String pattern, String subject, boolean taken) {
        var selection = new Selection(Optional.empty(), Optional.of(pattern), ANY, ANY, ANY);

        assertThat(selection.takes(FILES, Optional.of(subject), "t", "p", ANY)).isEqualTo(taken);
    }

    @Test
    void an_event_without_subject_is_not_taken_where_one_is_asked_for() {
        var selection = new Selection(Optional.empty(), Optional.of("*"), ANY, ANY, ANY);

        assertThat(selection.takes(FILES, Optional.empty(), "t", "p", ANY)).isFalse();
    }

    @Test
    void every_part_must_agree() {
        var selection =
                new Selection(
                        Optional.of(FILES),
                        Optional.of("s"),
                        Optional.of("t"),
                        Optional.of("p"),
                        Optional.of("c"));
        Optional<String> s = Optional.of("s");
        Optional<String> c = Optional.of("c");

        assertThat(selection.takes(FILES, s, "t", "p", c)).isTrue();
        assertThat(selection.takes(new SourceName("http"), s, "t", "p", c)).isFalse();
        assertThat(selection.takes(FILES, c, "t", "p", c)).isFalse();
        assertThat(selection.takes(FILES, s, "x", "p", c)).isFalse();
        assertThat(selection.takes(FILES, s, "t", "x", c)).isFalse();
        assertThat(selection.takes(FILES, s, "t", "p", s)).isFalse();
        assertThat(selection.takes(FILES, s, "t", "p", Optional.empty())).isFalse();
    }

    @Test
    void of_many_datasets_the_first_are_described() {
        assertThat(new Selection(Optional.empty(), ANY, ANY, ANY, ANY).described())
                .isEqualTo("every event");
        assertThat(DatasetFixture.all().described()).isEqualTo("none is configured");
        var seven =
                IntStream.range(0, 7)
                        .mapToObj(i -> aDataset().named("d" + i).dataset())
                        .toArray(Dataset[]::new);
        assertThat(DatasetFixture.all(seven).described())
                .contains("d0 takes source", "; d4 takes source")
                .endsWith("; 2 more take others");
    }
}
