package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.TestRecord.aRecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class WcmpPropertyTest {

    private static final byte[] VALID = aRecord().asBytes();
    private static final List<String> PLACES = places(aRecord().asJson());
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "18446744073709551616",
                    "[]",
                    "{}",
                    "[[]]",
                    "[[[[1]]]]",
                    "[null]",
                    "[\"\"]",
                    "[1,2]",
                    "[{}]",
                    "[[0,0],[1,1]]",
                    "{\"type\":\"Point\"}",
                    "{\"type\":\"Polygon\",\"coordinates\":[[]]}",
                    "\"\"",
                    "\" \"",
                    "\":\"",
                    "\"\\u0000\"",
                    "\"😀\"",
                    "\"urn:wmo:md::\"",
                    "\"P\"",
                    "\"T\"",
                    "\"..\"",
                    "\"2026-01-31T06:00:00Z\"",
                    "\"mqtt\"",
                    "\"origin/a/wis2\"",
                    "\"origin/a/wis2/////////\"",
                    "\"cache/a/wis2/#\"",
                    "\"<a\"",
                    "\"<!-- <a>\"",
                    "\"http://[%\"",
                    "{\"$ref\":1}",
                    "{\"a\":{\"type\":\"oauth2\",\"flows\":{\"implicit\":1}}}");
    private static final KpiPorts PORTS =
            new KpiPorts(
                    Optional.of(_ -> LinkProbe.Answer.INACCESSIBLE),
                    Optional.of(word -> word.length() > 3));

    @Property(tries = 2000)
    void a_changed_byte_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll byte value) {
        byte[] changed = VALID.clone();
        changed[at % changed.length] = value;

        judged(changed);
    }

    @Property(tries = 500)
    void bytes_of_any_kind_never_throw(@ForAll byte[] anything) {
        judged(anything);
    }

    @Property(tries = 3000)
    void another_value_anywhere_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int choice, @ForAll("values") String value) {
        judged(aRecord().with(PLACES.get(choice % PLACES.size()), value).asBytes());
    }

    @Property(tries = 500)
    void a_missing_value_never_throws(@ForAll @IntRange(min = 0, max = 100_000) int choice) {
        judged(aRecord().without(PLACES.get(choice % PLACES.size())).asBytes());
    }

    /// What the text takes, the schema of the official validator takes as well, an array of samples apart.
    @Example
    void strict_is_at_least_as_strict_as_the_schema() {
        List<String> laxer = new ArrayList<>();
        for (String place : PLACES) {
            for (String value : VALUES) {
                byte[] changed = aRecord().with(place, value).asBytes();
                if (!place.endsWith("/samples")
                        && Wcmp2.validate(changed, Profile.STRICT).conforms()
                        && Wcmp2.validate(changed, Profile.REFERENCE).tests().get("validation")
                                != Verdict.PASSED) {
                    laxer.add(place + " = " + value);
                }
            }
        }
        assertThat(laxer).isEmpty();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(VALUES);
    }

    private static List<String> places(JsonTree value) {
        List<String> places = new ArrayList<>();
        List<JsonTree> children = new ArrayList<>(value.members());
        children.addAll(value.items());
        for (JsonTree child : children) {
            places.add(child.pointer());
            places.addAll(places(child));
        }
        return places;
    }

    /// Both profiles give a report of sentences, and the indicators a summary.
    private static void judged(byte[] record) {
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
