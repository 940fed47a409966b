package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.Kpis.DEAD;
import static io.github.wis2chain.standards.wcmp2.Kpis.EVERY_WORD;
import static io.github.wis2chain.standards.wcmp2.Kpis.kpi;
import static io.github.wis2chain.standards.wcmp2.Kpis.kpis;
import static io.github.wis2chain.standards.wcmp2.Kpis.ports;
import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The indicators that open links.
class LinkKpisTest {

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
}
