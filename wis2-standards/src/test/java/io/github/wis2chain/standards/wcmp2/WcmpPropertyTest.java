package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.DocumentContract;
import io.github.wis2chain.standards.json.JsonReader;

import net.jqwik.api.Example;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class WcmpPropertyTest extends DocumentContract {

    private static final KpiPorts PORTS =
            new KpiPorts(
                    Optional.of(_ -> LinkProbe.Answer.INACCESSIBLE),
                    Optional.of(word -> word.length() > 3));

    WcmpPropertyTest() {
        super(
                aRecord(),
                List.of(
                        "18446744073709551616",
                        "[[[[1]]]]",
                        "[\"\"]",
                        "[1,2]",
                        "[{}]",
                        "[[0,0],[1,1]]",
                        "{\"type\":\"Point\"}",
                        "{\"type\":\"Polygon\",\"coordinates\":[[]]}",
                        "\" \"",
                        "\":\"",
                        "\"urn:wmo:md::\"",
                        "\"P\"",
                        "\"T\"",
                        "\"..\"",
                        "\"mqtt\"",
                        "\"origin/a/wis2\"",
                        "\"origin/a/wis2/////////\"",
                        "\"cache/a/wis2/#\"",
                        "\"<a\"",
                        "\"<!-- <a>\"",
                        "\"http://[%\"",
                        "{\"$ref\":1}",
                        "{\"a\":{\"type\":\"oauth2\",\"flows\":{\"implicit\":1}}}"));
    }

    /// What the text takes, the schema of the official validator takes as well, an array of samples apart.
    @Example
    void strict_is_at_least_as_strict_as_the_schema() {
        Stream<Change> laxer =
                changes()
                        .filter(change -> !change.place().endsWith("/samples"))
                        .filter(change -> {
                            byte[] changed =
                                    aRecord().with(change.place(), change.value()).asBytes();
                            return Wcmp2.validate(changed, Profile.STRICT).conforms()
                                    && Wcmp2.validate(changed, Profile.REFERENCE)
                                                    .tests()
                                                    .get("validation")
                                            != Verdict.PASSED;
                        });
        assertThat(laxer).isEmpty();
    }

    /// Both profiles give a report of sentences, and the indicators a summary.
    @Override
    protected void judge(byte[] record) {
        for (Profile profile : Profile.values()) {
            Report report = Wcmp2.validate(record, profile);
            assertThat(report.findings()).allSatisfy(f -> assertThat(f.sentence()).endsWith(")."));
            JsonReader.standard()
                    .read(record)
                    .document()
                    .ifPresent(document -> {
                        assertThat(Wcmp2.kpis(document, profile, PORTS).kpis()).hasSize(7);
                        assertThat(Wcmp2.kpis(document, profile, KpiPorts.NONE).kpis()).hasSize(7);
                    });
        }
    }
}
