package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Grade;
import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue.Answer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class MetadataIdKpiTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void an_identifier_that_the_catalogue_has_scores_both_points() {
        KpiResult result = score(aNotification(), Answer.FOUND);

        assertThat(result).isEqualTo(new KpiResult("metadata_id", 2, 2, 0, List.of()));
        assertThat(asked).containsExactly("urn:wmo:md:fr-example:cor:msg:argo");
    }

    @Test
    void an_identifier_that_the_catalogue_has_not_scores_one_of_two() {
        KpiResult result = score(aNotification(), Answer.ABSENT);

        assertThat(result.score()).isEqualTo(1);
        assertThat(result.total()).isEqualTo(2);
        assertThat(result.comments()).hasSize(1);
    }

    @Test
    void without_an_answer_the_second_point_is_skipped() {
        KpiResult unreachable = score(aNotification(), Answer.UNREACHABLE);
        KpiResult none = Wnm.kpis(aNotification().asJson(), Optional.empty()).kpis().getFirst();

        assertThat(List.of(unreachable, none))
                .allSatisfy(result -> {
                    assertThat(result.score()).isEqualTo(1);
                    assertThat(result.total()).isEqualTo(1);
                    assertThat(result.skipped()).isEqualTo(1);
                    assertThat(result.comments()).hasSize(1);
                });
    }

    @Test
    void a_message_without_identifier_scores_nothing_and_nobody_is_asked() {
        KpiResult result = score(aNotification().without("/properties/metadata_id"), Answer.FOUND);

        assertThat(result.score()).isZero();
        assertThat(result.total()).isEqualTo(2);
        assertThat(result.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(asked).isEmpty();
    }

    @Test
    void the_points_make_the_grade() {
        assertThat(grade(aNotification(), Answer.FOUND)).contains(Grade.A);
        assertThat(grade(aNotification(), Answer.ABSENT)).contains(Grade.C);
        assertThat(grade(aNotification().without("/properties/metadata_id"), Answer.FOUND))
                .contains(Grade.F);
        assertThat(grade(aNotification(), Answer.UNREACHABLE)).contains(Grade.A);
    }

    /// The official tool counts any value as given, and asks for it.
    @Test
    void an_identifier_that_is_no_text_is_asked_for_as_it_is_written() {
        KpiResult result =
                score(aNotification().with("/properties/metadata_id", "7"), Answer.ABSENT);

        assertThat(result.score()).isEqualTo(1);
        assertThat(asked).containsExactly("7");
    }

    private static Optional<Grade> grade(TestNotification notification, Answer answer) {
        return Wnm.kpis(notification.asJson(), Optional.of(_ -> answer)).grade();
    }

    private KpiResult score(TestNotification notification, Answer answer) {
        DiscoveryCatalogue catalogue =
                id -> {
                    asked.add(id);
                    return answer;
                };
        return Wnm.kpis(notification.asJson(), Optional.of(catalogue)).kpis().getFirst();
    }
}
