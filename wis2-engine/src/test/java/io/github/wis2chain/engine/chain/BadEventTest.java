package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.standards.json.TestDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/// Events that cannot be announced: each fails at once, for good, and says where and why.
class BadEventTest extends RefusedEventTest {

    private static final String ASSET = "/assets/profile-6999001-014.bufr";

    @Test
    void text_that_is_not_json_is_refused_with_its_place() throws Exception {
        Failure failure = failure("file 014 has arrived".getBytes(StandardCharsets.UTF_8));

        assertThat(failure.code()).isEqualTo("EVENT_NOT_JSON");
        assertThat(failure.text()).contains("not JSON").contains("line 1");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_place() throws Exception {
        Failure failure = failure(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});

        assertThat(failure.code()).isEqualTo("EVENT_NOT_JSON");
        assertThat(failure.text()).contains("UTF-8");
    }

    @Test
    void no_bytes_at_all_are_refused() throws Exception {
        assertThat(failure(new byte[0]).code()).isEqualTo("EVENT_NOT_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "specversion"})
    void an_event_without_a_required_attribute_is_refused(String name) throws Exception {
        Failure failure = failure(FIRST.event().without(name));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text())
                .startsWith("The event is no CloudEvent: /" + name + ":")
                .contains("is missing");
    }

    @Test
    void a_json_text_that_is_no_object_is_no_event() throws Exception {
        Failure failure = failure("[]".getBytes(StandardCharsets.UTF_8));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).contains("an object is required");
    }

    @Test
    void an_event_without_data_is_refused() throws Exception {
        Failure failure = failure(FIRST.event().without("data"));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).startsWith("/data:").contains("a STAC item is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"a text\"", "[1]", "{\"type\":\"Feature\"}"})
    void data_that_are_no_stac_item_are_refused(String data) throws Exception {
        Failure failure = failure(FIRST.event().withJson("data", TestDocument.json(data)));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).contains("STAC item").contains("/data");
    }

    @Test
    void an_item_without_asset_is_refused() throws Exception {
        Failure failure = failure(FIRST.item().with("/assets", "{}"));

        assertThat(failure.code()).isEqualTo("NO_ASSET");
        assertThat(failure.text())
                .isEqualTo("/data/assets: there is no asset; at least one data file is required.");
    }

    @Test
    void an_item_whose_assets_are_all_of_another_role_is_refused() throws Exception {
        Failure failure = failure(FIRST.item().withAssetMember("roles", "[\"thumbnail\"]"));

        assertThat(failure.code()).isEqualTo("NO_ASSET");
        assertThat(failure.text())
                .isEqualTo("/data/assets: none of the 1 assets is selected by dataset argo-bufr.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"162091f2", "1220", "xyz", "91f2bb6bd8f9cd7b2db2ad9d5a4a3a9b"})
    void a_checksum_that_is_no_whole_multihash_is_refused(String checksum) throws Exception {
        Failure failure = failure(FIRST.item().withChecksum(checksum));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text())
                .contains("/data" + ASSET + "/file:checksum")
                .contains("[" + checksum + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bufr/014.bufr",
                "/bufr/014.bufr",
                "//data.example.org/014.bufr",
                "file:///data/014.bufr",
                "s3://bucket/2026/03/014.bufr",
                "https:///2026/03/014.bufr",
                "https://data.example.org/a b.bufr"
            })
    void an_href_that_no_receiver_could_follow_is_refused(String href) throws Exception {
        var anyName = new Chain(aDataset().withDataId("{centre-id}/{asset.key}").dataset());

        Failure failure = Chain.failure(anyName.run(FIRST.item().withHref(href)));

        assertThat(failure.code()).isEqualTo("LINK_REFUSED");
        assertThat(failure.text())
                .startsWith("/data" + ASSET + "/href: [" + href + "]")
                .contains("is required");
        assertThat(anyName.data.requests()).isEmpty();
        assertThat(anyName.publisher.sent()).isEmpty();
    }

    @Test
    void two_assets_with_one_data_id_are_refused_by_name() throws Exception {
        Failure failure =
                failure(
                        FIRST.item()
                                .with(
                                        "/assets/copy",
                                        "{\"href\":\"https://mirror.example.org/2026/03/profile-6999001-014.bufr\"}"));

        assertThat(failure.code()).isEqualTo("DATA_ID_CLASH");
        assertThat(failure.text()).contains("profile-6999001-014.bufr and copy", ArgoFile.DATA_ID);
    }

    @ParameterizedTest
    @CsvSource({
        "'[200, 10]', longitude 200",
        "'[10, -90.5]', latitude -90.5",
    })
    void a_place_outside_the_earth_is_refused(String coordinates, String said) throws Exception {
        Failure failure =
                failure(
                        FIRST.item()
                                .with(
                                        "/geometry",
                                        "{\"type\":\"Point\",\"coordinates\":%s}"
                                                .formatted(coordinates)));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).contains("/data/geometry/coordinates", said);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T06:12:00, '[2026-03-14T06:12:00]'",
        "yesterday, '[yesterday]'",
        "2026-02-30T06:12:00Z, '[2026-02-30T06:12:00Z]'"
    })
    void a_time_that_is_naive_or_none_is_refused(String time, String said) throws Exception {
        Failure failure = failure(FIRST.item().with("/properties/datetime", '"' + time + '"'));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).contains("/data/properties/datetime", said, "is required");
    }

    @Test
    void an_item_without_any_time_is_refused() throws Exception {
        Failure failure = failure(FIRST.item().without("/properties/datetime"));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).contains("/data/properties/datetime", "is missing");
    }

    @Test
    void an_event_of_no_dataset_is_refused_with_what_each_takes() throws Exception {
        Failure failure = failure(FIRST.event().with("subject", "diffusion/files/sea-level"));

        assertThat(failure.code()).isEqualTo("DATASET_UNKNOWN");
        assertThat(failure.text())
                .contains("argo-files", "diffusion/files/sea-level")
                .endsWith(
                        ": argo-bufr takes source argo-files, subject"
                                + " diffusion/files/example/argo/*.");
    }

    @Test
    void a_data_id_that_needs_what_the_event_lacks_is_refused_by_name() throws Exception {
        var chosen = new Chain(aDataset().withDataId("x/{item.collection}").dataset());

        Failure failure = Chain.failure(chosen.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("EVENT_INVALID");
        assertThat(failure.text()).contains("Asset profile-6999001-014.bufr", "item.collection");
    }
}
