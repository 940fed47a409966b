package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.stac.ItemFixture;
import io.github.wis2chain.standards.stac.StacItem;
import io.github.wis2chain.standards.stac.StacItemReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names made from what events say.
class DataIdTemplateTest {

    private static final ItemFixture ITEM =
            ItemFixture.anItem()
                    .with("/collection", "\"argo\"")
                    .with(
                            "/links/-",
                            "{\"rel\":\"collection\",\"href\":\"https://example.org/argo\"}")
                    .with("/properties/cycle", "14")
                    .with("/properties/delayed", "false")
                    .with("/properties/nothing", "null")
                    .with("/properties/dac:name", "\"coriolis\"");

    @ParameterizedTest
    @CsvSource({
        "{centre-id}, fr-ifremer-argo",
        "{dataset}, argo-bufr",
        "{topic},"
            + " wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers",
        "{event.id}, profile-6999001-014",
        "{event.subject}, diffusion/files/example/argo/bufr",
        "{event.source}, /chain/argo/decoder-2",
        "{event.type}, org.example.file.created",
        "{item.id}, profile-6999001-014",
        "{item.collection}, argo",
        "{item.properties.platform}, 6999001",
        "{item.properties.cycle}, 14",
        "{item.properties.delayed}, false",
        "{item.properties.dac:name}, coriolis",
        "{asset.key}, profile-6999001-014.bufr",
        "{asset.title}, Profile in BUFR",
        "{href.path}, argo/bufr/2026/03/profile-6999001-014.bufr",
        "{href.path.last(1)}, profile-6999001-014.bufr",
        "{href.path.last(2)}, 03/profile-6999001-014.bufr",
        "{href.path.last(9)}, argo/bufr/2026/03/profile-6999001-014.bufr",
        "{href.name}, profile-6999001-014.bufr",
        "a/{dataset}/{item.id}-b, a/argo-bufr/profile-6999001-014-b",
        "the same for all, the same for all"
    })
    void every_name_stands_for_what_the_table_says(String template, String value) throws Exception {
        assertThat(filled(template, ITEM)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{item.properties.absent}",
                "{item.properties.nothing}",
                "{asset.title}",
                "{href.name}",
                "{href.path.last(1)}"
            })
    void a_name_without_a_value_is_missing(String template) {
        ItemFixture bare =
                ITEM.withAssetMember("title", "\"\"").withHref("https://data.example.org/argo/");

        assertThatExceptionOfType(DataIdTemplate.MissingValue.class)
                .isThrownBy(() -> filled(template, bare))
                .withMessageContaining("which is not known");
    }

    @Test
    void an_href_without_a_path_has_no_value() {
        assertThatExceptionOfType(DataIdTemplate.MissingValue.class)
                .isThrownBy(() -> filled("{href.path}", ITEM.withHref("https://data.example.org")))
                .withMessageContaining("href.path");
    }

    @Test
    void two_urls_that_differ_in_escapes_only_stay_two_names() throws Exception {
        assertThat(filled("{href.path}", ITEM.withHref("https://data.example.org/a%2Fb")))
                .isNotEqualTo(filled("{href.path}", ITEM.withHref("https://data.example.org/a/b")));
    }

    @Test
    void a_query_is_no_part_of_the_path() throws Exception {
        assertThat(filled("{href.name}", ITEM.withHref("https://data.example.org/a.nc?version=2")))
                .isEqualTo("a.nc");
    }

    @ParameterizedTest
    @CsvSource({
        "'{centre-id', '[{centre-id] has a brace without its partner'",
        "'centre-id}', '[centre-id}] has a brace without its partner'",
        "'{{dataset}}', 'has a brace without its partner'",
        "'{}', 'uses the unknown name []'",
        "'{center-id}', 'uses the unknown name [center-id]; known are centre-id, dataset'",
        "'{href.path.last(0)}', 'unknown name [href.path.last(0)]'",
        "'{href.path.last(10)}', 'unknown name [href.path.last(10)]'",
        "'{item.properties.}', 'unknown name [item.properties.]'",
        "'', 'must not be empty'"
    })
    void a_template_that_is_wrong_is_refused_with_its_fault(String template, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataIdTemplate.parse(template))
                .withMessageContaining(fault);
    }

    @Test
    void a_template_is_shown_as_it_was_written() {
        assertThat(DataIdTemplate.parse("{dataset}/{item.id}")).hasToString("{dataset}/{item.id}");
    }

    private static String filled(String template, ItemFixture item)
            throws DataIdTemplate.MissingValue {
        StacItem read = StacItemReader.read(item.asJson()).item().orElseThrow();
        var file =
                new FileEvent(
                        CloudEventReader.standard()
                                .read(EventFixture.anEvent().withItem(item).asJson())
                                .event()
                                .orElseThrow(),
                        read,
                        aDataset().dataset(),
                        read.assets(),
                        false);
        return DataIdTemplate.parse(template)
                .fill(AnnounceFiles.values(file, read.assets().getFirst()));
    }
}
