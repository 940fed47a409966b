package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.stac.ItemFixture.anItem;
import static io.github.wis2chain.standards.stac.ReadItem.accepted;
import static io.github.wis2chain.standards.stac.ReadItem.onlyFault;
import static io.github.wis2chain.standards.stac.ReadItem.warned;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

/// The assets of an item, and what the file extension says of them.
class AssetTest {

    private static final String ASSET = "/assets/profile-6999001-014.bufr";
    private static final String SHA2_256 =
            "122091f2bb6bd8f9cd7b2db2ad9d5a4a3a9bb6f42d3e5f9c1a7be5b7b1c6d4f0e213";

    @Test
    void an_asset_is_read_with_its_file_members() {
        StacAsset asset = accepted(anItem()).asset("profile-6999001-014.bufr").orElseThrow();

        assertThat(asset.href()).endsWith("/profile-6999001-014.bufr");
        assertThat(asset.type()).contains("application/bufr");
        assertThat(asset.title()).contains("Profile in BUFR");
        assertThat(asset.hasRole("data")).isTrue();
        assertThat(asset.size()).contains(812L);
        assertThat(asset.checksum().orElseThrow().method()).contains(IntegrityMethod.SHA256);
    }

    @Test
    void assets_keep_their_order_and_the_members_of_other_extensions() {
        StacItem item =
                accepted(anItem().with("/assets/a", "{\"href\":\"a.nc\",\"alternate\":{\"x\":1}}"));

        assertThat(item.assets())
                .extracting(StacAsset::key)
                .containsExactly("profile-6999001-014.bufr", "a");
        assertThat(item.assets().getLast().members().at("/alternate/x")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "href|1|assets/href|is a number",
                "href|'\"\"'|assets/href|is empty",
                "type|1|assets/type|is a number",
                "title|1|assets/title|is a number",
                "description|1|assets/description|is a number",
                "roles|'\"data\"'|assets/roles|an array is required",
                "roles|[1]|assets/roles|is a number",
                "roles|'[\"\"]'|assets/roles|is empty",
                "file:size|-1|file/size|not negative",
                "file:size|1.5|file/size|a whole number",
                "file:size|'\"812\"'|file/size|is a string",
                "file:size|9223372036854775808|file/size|a whole number",
                "file:checksum|1|file/checksum|is a number"
            })
    void a_wrong_member_of_an_asset_fails_its_requirement(
            String member, String value, String requirement, String why) {
        Finding finding = onlyFault(anItem().withAssetMember(member, value), requirement);

        assertThat(finding.pointer()).startsWith(ASSET + "/" + member);
        assertThat(finding.message()).contains(why);
    }

    @Test
    void an_asset_needs_an_href() {
        assertThat(onlyFault(anItem().without(ASSET + "/href"), "assets/href").pointer())
                .isEqualTo(ASSET + "/href");
    }

    @Test
    void an_item_without_assets_is_an_item() {
        assertThat(accepted(anItem().with("/assets", "{}")).assets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "812", "812.0", "9223372036854775807"})
    void a_size_is_any_whole_number_of_bytes(String size) {
        assertThat(accepted(anItem().withAssetMember("file:size", size)).assets().getFirst().size())
                .isPresent();
    }

    @Test
    void an_upper_case_checksum_is_put_right() {
        Finding finding =
                onlyFault(
                        anItem().withChecksum(SHA2_256.toUpperCase(Locale.ROOT)), "file/checksum");

        assertThat(finding.fix()).contains(SHA2_256);
    }

    @Test
    void a_digest_that_notifications_cannot_state_is_a_warning() {
        Finding finding =
                warned(anItem().withChecksum("d50110" + "0f".repeat(16)), "file/checksum");

        assertThat(finding.message())
                .isEqualTo(
                        "md5 is not allowed in a notification; the digest is computed from the data"
                                + " instead");
    }

    @Test
    void the_file_extension_should_be_declared() {
        warned(anItem().without("/stac_extensions"), "stac_extensions");
    }
}
