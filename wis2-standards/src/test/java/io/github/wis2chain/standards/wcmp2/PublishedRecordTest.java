package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.KpiSummary;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A record as the catalogues hold it today: what it gets through the official validator with, and what the text says.
class PublishedRecordTest {

    @Test
    void a_record_with_a_topic_for_a_theme_and_a_web_socket_passes_the_tool_only() {
        TestRecord record =
                aRecord()
                        .withText(
                                "/properties/themes/0/scheme",
                                "https://codes.wmo.int/wis/topic-hierarchy/earth-system-discipline/ocean/surface-based-observations/drifting-ocean-profilers")
                        .withText("/properties/themes/0/concepts/0/id", "drifting-ocean-profilers")
                        .withText("/links/0/href", "wss://broker.example.org:443");

        assertThat(Wcmp2.validate(record.asBytes(), Profile.REFERENCE).conforms()).isTrue();
        Report strict = Wcmp2.validate(record.asBytes(), Profile.STRICT);
        assertThat(strict.findings(Verdict.FAILED))
                .extracting(Finding::pointer)
                .containsExactly("/properties/themes", "/links/0/href");
    }

    @Test
    void the_example_of_the_package_works(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("record.json"), aRecord().asBytes());
        List<String> printed = new ArrayList<>();

        byte[] bytes = Files.readAllBytes(file);
        Report report = Wcmp2.validate(bytes, Profile.STRICT);
        report.findings().forEach(finding -> printed.add(finding.sentence()));
        if (report.conforms()) {
            JsonTree record = JsonReader.standard().read(bytes).document().orElseThrow();
            KpiSummary kpis = Wcmp2.kpis(record, Profile.STRICT, KpiPorts.NONE);
            kpis.grade().ifPresent(grade -> printed.add("grade " + grade));
        }

        assertThat(printed).containsExactly("grade A");
    }
}
