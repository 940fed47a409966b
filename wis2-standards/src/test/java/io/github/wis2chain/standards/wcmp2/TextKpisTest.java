package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.Kpis.DEAD;
import static io.github.wis2chain.standards.wcmp2.Kpis.EVERY_WORD;
import static io.github.wis2chain.standards.wcmp2.Kpis.HEALTHY;
import static io.github.wis2chain.standards.wcmp2.Kpis.kpi;
import static io.github.wis2chain.standards.wcmp2.Kpis.kpis;
import static io.github.wis2chain.standards.wcmp2.Kpis.ports;
import static io.github.wis2chain.standards.wcmp2.Kpis.score;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;
import java.util.stream.Stream;

/// The indicators of titles and descriptions.
class TextKpisTest {

    @ParameterizedTest
    @CsvSource({
        "Sea,6", "Sea surface temperature,7", "sea surface temperature,6",
        "Sea surface Temperature,6", "SST of the sea,6", "Sea SST ARGO GTS of floats,7",
        "Sea SST ARGO GTS WMO of,6", "Sea (surface) temperature,6", "Sea-ice from the air,6",
        "Bulletin IOPX01 LFVX of floats,5"
    })
    void a_title_has_the_points_of_the_tool(String title, int score) {
        KpiResult result =
                kpi(
                        kpis(
                                aRecord().withText("/properties/title", title),
                                Profile.REFERENCE,
                                ports(DEAD, EVERY_WORD)),
                        "good_quality_title");

        assertThat(result.total()).isEqualTo(7);
        assertThat(result.score()).as("%s", result.comments()).isEqualTo(score);
    }

    @Test
    void numbers_of_any_kind_and_blanks_that_do_not_break_are_no_fault_of_a_title() {
        TestRecord record =
                aRecord().withText("/properties/title", "Density\u202fin kg per m\u00b2 \u2168");

        assertThat(
                        kpi(kpis(record, Profile.REFERENCE, KpiPorts.NONE), "good_quality_title")
                                .comments())
                .noneMatch(comment -> comment.contains("other characters"));
    }

    @ParameterizedTest
    @CsvSource({"\u00df sea data of,false", "\u00c9tat of the sea,true", "\u01c5 sea data of,true"})
    void a_small_letter_is_no_begin_of_a_sentence_even_if_it_has_no_capital(
            String title, boolean sentence) {
        assertThat(comments(title).noneMatch(comment -> comment.contains("sentence case")))
                .isEqualTo(sentence);
    }

    @Test
    void blanks_that_do_not_break_are_stripped_before_a_title_is_read_as_a_sentence() {
        assertThat(comments("SST\u00a0of the sea"))
                .anyMatch(comment -> comment.contains("sentence case"));
    }

    private static Stream<String> comments(String title) {
        TestRecord record = aRecord().withText("/properties/title", title);
        return kpi(kpis(record, Profile.REFERENCE, KpiPorts.NONE), "good_quality_title")
                .comments()
                .stream();
    }

    @Test
    void a_header_takes_a_point_even_of_those_that_follow() {
        // Of seven points only that of the spelling, since words of this length are not judged.
        String title = "IT,".repeat(40) + "A".repeat(50) + "12BBBB";
        TestRecord record = aRecord().withText("/properties/title", title);

        KpiSummary summary = kpis(record, Profile.REFERENCE, ports(HEALTHY, EVERY_WORD));

        assertThat(kpi(summary, "good_quality_title").score()).isZero();
    }

    @Test
    void a_title_may_have_brackets_by_the_document_alone() {
        TestRecord record = aRecord().withText("/properties/title", "Sea (surface) temperature");

        assertThat(kpi(kpis(record, Profile.STRICT, KpiPorts.NONE), "good_quality_title").score())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Too short|3",
                "Long enough to be read|4",
                "Long <b>enough</b> to be read|3",
                "Salinity < 35 and temperature > 3|4",
                "See <https://example.org> for more|3",
                "Long <!-- <b> --> enough to be read|4",
                "Long <!-- <b> enough to be read|4",
                "Long <![CDATA[ <b> ]]> enough to be read|4",
                "Long <!DOCTYPE <b> html> enough to be read|4",
                "Long </b> enough to be read|4",
                "Long <a title=\"x > enough to be read|4",
                "Long <a title=\"x\"> enough to be read|3",
                "Long <!-- a --> <br/> enough to be read|3",
                "Bulletin SMVX10 LFPW for the sea|3"
            })
    void a_description_has_the_points_of_the_tool(String description, int score) {
        KpiResult result =
                kpi(
                        kpis(
                                aRecord().withText("/properties/description", description),
                                Profile.REFERENCE,
                                ports(DEAD, EVERY_WORD)),
                        "good_quality_description");

        assertThat(result.score()).as("%s", result.comments()).isEqualTo(score);
    }

    @Test
    void an_unknown_word_costs_a_point_and_numbers_are_no_words() {
        WordList words = Set.of("profiles", "measured", "by", "floats", "since")::contains;

        KpiResult known =
                kpi(
                        kpis(
                                aRecord()
                                        .withText(
                                                "/properties/description",
                                                "Profiles, measured by 3 floats since 1999 1e5"),
                                Profile.STRICT,
                                ports(DEAD, words)),
                        "good_quality_description");
        KpiResult unknown =
                kpi(
                        kpis(
                                aRecord()
                                        .withText(
                                                "/properties/description",
                                                "Profilez, measured by floats"),
                                Profile.STRICT,
                                ports(DEAD, words)),
                        "good_quality_description");

        assertThat(known.score()).isEqualTo(4);
        assertThat(unknown.score()).isEqualTo(3);
        assertThat(unknown.comments())
                .containsExactly("The description has unknown words: profilez.");
    }
}
