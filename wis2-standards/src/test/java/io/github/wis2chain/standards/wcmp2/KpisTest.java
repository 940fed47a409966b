package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.Kpis.EVERY_WORD;
import static io.github.wis2chain.standards.wcmp2.Kpis.HEALTHY;
import static io.github.wis2chain.standards.wcmp2.Kpis.kpi;
import static io.github.wis2chain.standards.wcmp2.Kpis.kpis;
import static io.github.wis2chain.standards.wcmp2.Kpis.ports;
import static io.github.wis2chain.standards.wcmp2.Kpis.score;
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

/// The indicators together, and those that read a record without asking anything else.
class KpisTest {

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
}
