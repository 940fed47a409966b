package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Grade;
import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class KpisTest {

    private static final LinkProbe HEALTHY =
            _ -> new LinkProbe.Answer.Served(true, Optional.of("text/html"));
    private static final LinkProbe DEAD = _ -> LinkProbe.Answer.INACCESSIBLE;
    private static final WordList EVERY_WORD = _ -> true;

    @Test
    void a_good_record_with_all_its_links_alive_has_grade_a() {
        KpiSummary summary = kpis(aRecord(), Profile.STRICT, ports(HEALTHY, EVERY_WORD));

        assertThat(summary.kpis())
                .extracting(KpiResult::name)
                .containsExactly(
                        "contacts",
                        "good_quality_description",
                        "graphic_overview_for_metadata_records",
                        "links_health",
                        "persistent_identifiers",
                        "time_intervals",
                        "good_quality_title");
        // Three links of the web, a scheme, the URL of a concept and a link of a contact.
        assertThat(summary.total()).isEqualTo(4 + 4 + 12 + 3 + 3 + 7);
        assertThat(summary.score()).isEqualTo(summary.total());
        assertThat(summary.percentage()).contains(BigDecimal.valueOf(100));
        assertThat(summary.grade()).contains(Grade.A);
        assertThat(summary.skipped()).isZero();
    }

    @Test
    void without_ports_what_they_would_say_is_skipped_and_counts_nowhere() {
        KpiSummary summary = kpis(aRecord(), Profile.REFERENCE, KpiPorts.NONE);

        assertThat(summary.kpi("links_health")).map(KpiResult::verdict).contains(Verdict.SKIPPED);
        assertThat(summary.skipped()).isEqualTo(12 + 1 + 1);
        assertThat(summary.total()).isEqualTo(4 + 3 + 3 + 3 + 6);
        assertThat(kpi(summary, "good_quality_title").skipped()).isEqualTo(1);
    }

    @Test
    void a_dead_link_keeps_the_point_for_its_declared_type() {
        KpiResult health =
                kpi(kpis(aRecord(), Profile.REFERENCE, ports(DEAD, EVERY_WORD)), "links_health");

        // Three links of the record declare a known type; themes and contacts declare none.
        assertThat(health.score()).isEqualTo(3);
        assertThat(health.total()).isEqualTo(12);
        assertThat(health.comments()).hasSize(9);
    }

    @Test
    void the_points_of_links_that_were_not_opened_are_skipped() {
        TestRecord record = aRecord().withText("/links/2/rel", "preview");
        LinkProbe refusing = _ -> new LinkProbe.Answer.NotOpened("It is internal.");

        KpiSummary summary = kpis(record, Profile.STRICT, ports(refusing, EVERY_WORD));

        assertThat(kpi(summary, "links_health").total()).isZero();
        assertThat(kpi(summary, "links_health").skipped()).isEqualTo(12);
        assertThat(kpi(summary, "links_health").comments())
                .hasSize(6)
                .allMatch(comment -> comment.endsWith(" was not opened: It is internal."));
        KpiResult preview = kpi(summary, "graphic_overview_for_metadata_records");
        assertThat(preview.score()).isEqualTo(1);
        assertThat(preview.skipped()).isEqualTo(2);
    }

    @Test
    void each_address_is_opened_once() {
        List<String> opened = new ArrayList<>();
        LinkProbe probe =
                url -> {
                    opened.add(url);
                    return LinkProbe.Answer.INACCESSIBLE;
                };

        kpis(
                aRecord().withText("/links/1/href", "https://example.org/licence"),
                Profile.REFERENCE,
                ports(probe, EVERY_WORD));

        assertThat(opened).doesNotHaveDuplicates().contains("https://example.org/licence");
    }

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

    @ParameterizedTest
    @CsvSource({
        "2020,2021,3,3",
        "2021,2020,2,2",
        "2020,2020,3,2",
        "..,2020,2,3",
        "2020,..,3,3",
        "..,..,2,2"
    })
    void an_interval_has_the_points_of_the_tool_and_of_the_document(
            String begin, String end, int tool, int document) {
        TestRecord record =
                aRecord().with("/time/interval", "[\"%s\",\"%s\"]".formatted(begin, end));

        assertThat(score(record, Profile.REFERENCE, "time_intervals")).isEqualTo(tool);
        assertThat(score(record, Profile.STRICT, "time_intervals")).isEqualTo(document);
        assertThat(
                        kpi(
                                        kpis(
                                                aRecord().with("/time", "null"),
                                                Profile.STRICT,
                                                KpiPorts.NONE),
                                        "time_intervals")
                                .total())
                .isZero();
    }

    @Test
    void the_tool_knows_other_schemes_of_identifiers_than_the_document() {
        assertThat(score(aRecord(), Profile.STRICT, "persistent_identifiers")).isEqualTo(3);
        assertThat(score(aRecord(), Profile.REFERENCE, "persistent_identifiers")).isEqualTo(2);
        TestRecord short_ = aRecord().withText("/properties/externalIds/0/scheme", "doi");
        assertThat(score(short_, Profile.STRICT, "persistent_identifiers")).isEqualTo(2);
        assertThat(score(short_, Profile.REFERENCE, "persistent_identifiers")).isEqualTo(3);
    }

    @Test
    void the_tool_gives_a_citation_its_point_where_it_asks_for_nothing() {
        TestRecord record = aRecord().without("/properties/externalIds");

        KpiResult tool =
                kpi(kpis(record, Profile.REFERENCE, KpiPorts.NONE), "persistent_identifiers");

        assertThat(tool.score()).isEqualTo(1);
        assertThat(tool.total()).isZero();
        assertThat(score(record, Profile.STRICT, "persistent_identifiers")).isEqualTo(1);
    }

    @Test
    void contacts_have_the_points_of_the_tool_and_of_the_document() {
        assertThat(score(aRecord(), Profile.REFERENCE, "contacts")).isEqualTo(4);
        assertThat(score(aRecord(), Profile.STRICT, "contacts")).isEqualTo(4);
        TestRecord noHost = aRecord().with("/properties/contacts/0/roles", "[\"producer\"]");
        assertThat(score(noHost, Profile.REFERENCE, "contacts")).isEqualTo(1);
        assertThat(score(noHost, Profile.STRICT, "contacts")).isZero();
        TestRecord named =
                aRecord().withText("/properties/contacts/0/addresses/0/country", "France");
        assertThat(score(named, Profile.REFERENCE, "contacts")).isEqualTo(3);
        assertThat(score(named, Profile.STRICT, "contacts")).isEqualTo(4);
    }

    @Test
    void a_preview_has_three_points_when_it_is_a_picture() {
        TestRecord record =
                aRecord()
                        .withText("/links/2/rel", "preview")
                        .withText("/links/2/type", "image/png");
        LinkProbe picture = _ -> new LinkProbe.Answer.Served(true, Optional.of("image/png"));

        assertThat(
                        kpi(
                                kpis(record, Profile.REFERENCE, ports(picture, EVERY_WORD)),
                                "graphic_overview_for_metadata_records"))
                .isEqualTo(
                        new KpiResult("graphic_overview_for_metadata_records", 3, 3, 0, List.of()));
        assertThat(
                        kpi(
                                        kpis(record, Profile.REFERENCE, ports(DEAD, EVERY_WORD)),
                                        "graphic_overview_for_metadata_records")
                                .score())
                .isEqualTo(1);
    }

    private static KpiPorts ports(LinkProbe links, WordList words) {
        return new KpiPorts(Optional.of(links), Optional.of(words));
    }

    private static KpiSummary kpis(TestRecord record, Profile profile, KpiPorts ports) {
        return Wcmp2.kpis(record.asJson(), profile, ports);
    }

    private static int score(TestRecord record, Profile profile, String name) {
        return kpi(kpis(record, profile, KpiPorts.NONE), name).score();
    }

    private static KpiResult kpi(KpiSummary summary, String name) {
        return summary.kpi(name).orElseThrow();
    }
}
