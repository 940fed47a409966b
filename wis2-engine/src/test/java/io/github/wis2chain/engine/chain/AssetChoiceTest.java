package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.Chain.text;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// Which assets of an item are announced.
class AssetChoiceTest {

    private static final String SECOND_HREF = "https://data.example.org/argo/nc/2026/03/014.nc";
    private static final byte[] SECOND_BYTES = new byte[] {1, 2, 3};

    @Test
    void two_assets_become_two_notifications_with_ids_of_their_own() throws Exception {
        var chain = new Chain(aDataset().dataset());
        chain.data.serve(SECOND_HREF, SECOND_BYTES);

        Outcome outcome = chain.run(withSecondAsset("[\"data\"]", "application/x-netcdf"));

        assertThat(Chain.summary(outcome)).startsWith("Published 2 notifications");
        assertThat(chain.notifications())
                .extracting(notification -> text(notification, "/properties/data_id"))
                .containsExactly(
                        ArgoFile.DATA_ID, "fr-ifremer-argo/data/core/ocean/2026/03/014.nc");
        assertThat(chain.notifications())
                .extracting(notification -> text(notification, "/id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_asset_of_another_role_is_left_out() throws Exception {
        var chain = new Chain(aDataset().dataset());

        chain.run(withSecondAsset("[\"thumbnail\"]", "image/png"));

        assertThat(text(chain.onlyNotification(), "/links/0/href")).isEqualTo(ArgoFile.HREF);
    }

    @Test
    void an_asset_without_roles_counts_as_data() throws Exception {
        var chain = new Chain(aDataset().dataset());

        chain.run(FIRST.item().withoutAssetMember("roles"));

        assertThat(chain.relations()).containsExactly("canonical");
    }

    @Test
    void an_asset_without_roles_is_left_out_where_another_role_is_asked_for() throws Exception {
        var chain =
                new Chain(aDataset().withAssets(Set.of("overview"), Set.of(), Set.of()).dataset());

        Outcome outcome = chain.run(FIRST.item().withoutAssetMember("roles"));

        assertThat(Chain.failure(outcome).code()).isEqualTo("NO_ASSET");
    }

    @Test
    void media_types_are_compared_without_parameters_and_case() throws Exception {
        var chain =
                new Chain(
                        aDataset()
                                .withAssets(Set.of(), Set.of("Application/BUFR"), Set.of())
                                .dataset());

        chain.run(FIRST.item().withAssetMember("type", "\"application/bufr; edition=4\""));

        assertThat(chain.relations()).containsExactly("canonical");
    }

    @Test
    void keys_select_assets_by_their_names() throws Exception {
        var chain =
                new Chain(aDataset().withAssets(Set.of(), Set.of(), Set.of("second")).dataset());
        chain.data.serve(SECOND_HREF, SECOND_BYTES);

        chain.run(withSecondAsset("[]", "application/x-netcdf"));

        assertThat(text(chain.onlyNotification(), "/links/0/href")).isEqualTo(SECOND_HREF);
    }

    private static ItemFixture withSecondAsset(String roles, String type) {
        return FIRST.item()
                .with(
                        "/assets/second",
                        "{\"href\":\"%s\",\"type\":\"%s\",\"roles\":%s}"
                                .formatted(SECOND_HREF, type, roles));
    }
}
