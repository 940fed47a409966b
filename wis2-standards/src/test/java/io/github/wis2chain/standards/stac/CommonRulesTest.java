package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.stac.ItemFixture.anItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonRulesTest {

    private static final String ASSET = "/assets/profile-6999001-014.bufr/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "/properties/title | 7",
                "/properties/gsd | 0",
                "/properties/gsd | \"10 m\"",
                "/properties/instruments | \"ctd\"",
                "/properties/instruments | [7]",
                "/properties/providers | {}",
                "/properties/providers | [7]",
                "/properties/providers | [{}]",
                "/properties/keywords | [null]",
                "/properties/bands | [1]",
                "/properties/bands | [{\"data_type\":\"real\"}]",
                "/properties/nodata | \"none\"",
                ASSET + "file:byte_order | \"middle-endian\"",
                ASSET + "file:header_size | -1",
                ASSET + "file:header_size | 1.5",
                ASSET + "file:local_path | \"/bufr/a\"",
                ASSET + "file:local_path | \"bufr/-a\"",
                ASSET + "file:values | []",
                ASSET + "file:values | [{\"values\":[],\"summary\":\"x\"}]",
                ASSET + "file:values | [{\"values\":[1]}]"
            })
    void a_wrong_value_that_decides_nothing_is_a_warning(String pointer, String value) {
        ItemRead read = StacItemReader.read(anItem().with(pointer, value).asJson());

        assertThat(read.item()).isPresent();
        assertThat(read.report().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
                    assertThat(finding.pointer()).startsWith(pointer);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "/properties/gsd | 0.5",
                "/properties/instruments | [\"ctd\"]",
                "/properties/providers | [{\"name\":\"Ifremer\",\"roles\":[\"producer\"]}]",
                "/properties/keywords | [\"ocean\"]",
                "/properties/bands |"
                        + " [{\"name\":\"temp\",\"data_type\":\"float32\",\"nodata\":\"nan\"}]",
                ASSET + "file:byte_order | \"big-endian\"",
                ASSET + "file:header_size | 80",
                ASSET + "file:local_path | \"bufr/a-b.bufr\"",
                ASSET + "file:values | [{\"values\":[1],\"summary\":\"good\"}]",
                ASSET + "proj:code | \"EPSG:4326\"",
                "/links |"
                    + " [{\"rel\":\"self\",\"href\":\"a\",\"method\":\"POST\",\"headers\":{\"a\":\"b\",\"c\":[\"d\"]},\"body\":7}]"
            })
    void a_right_value_has_no_findings(String pointer, String value) {
        assertThat(StacItemReader.read(anItem().with(pointer, value).asJson()).report().findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "\"method\":7 | /links/0/method",
                "\"headers\":[] | /links/0/headers",
                "\"headers\":{\"a\":1} | /links/0/headers/a",
                "\"headers\":{\"a\":[1]} | /links/0/headers/a/0"
            })
    void how_a_link_is_asked_for_is_judged_from_1_1_on(String members, String pointer) {
        ItemFixture item =
                anItem().with("/links", "[{\"rel\":\"self\",\"href\":\"a\"," + members + "}]");

        assertThat(StacItemReader.read(item.asJson()).report().findings())
                .extracting(Finding::verdict, Finding::pointer)
                .containsExactly(tuple(Verdict.FAILED, pointer));
        assertThat(
                        StacItemReader.read(item.with("/stac_version", "\"1.0.0\"").asJson())
                                .report()
                                .findings())
                .isEmpty();
    }

    @Test
    void members_of_1_1_are_free_in_1_0() {
        ItemFixture item =
                anItem().with("/stac_version", "\"1.0.0\"").with("/properties/keywords", "7");

        assertThat(StacItemReader.read(item.asJson()).report().findings()).isEmpty();
    }

    @Test
    void an_item_tells_which_extensions_it_follows() {
        StacItem item = StacItemReader.read(anItem().asJson()).item().orElseThrow();

        assertThat(item.follows("https://stac-extensions.github.io/file/")).isTrue();
        assertThat(item.follows("https://stac-extensions.github.io/projection/")).isFalse();
    }
}
