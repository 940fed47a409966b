package io.github.wis2chain.standards.stac;

import static io.github.wis2chain.standards.stac.ItemFixture.anItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Items that make naive loops run for ever, and digests of any data.
class HostileItemTest {

    private static final Map<IntegrityMethod, String> HEADS =
            Map.of(
                    IntegrityMethod.SHA256, "1220",
                    IntegrityMethod.SHA384, "2030",
                    IntegrityMethod.SHA512, "1340",
                    IntegrityMethod.SHA3_256, "1620",
                    IntegrityMethod.SHA3_384, "1530",
                    IntegrityMethod.SHA3_512, "1440");

    @Property(tries = 300)
    void the_digest_of_any_data_survives_the_way_into_a_notification(
            @ForAll byte[] data, @ForAll IntegrityMethod method) {
        byte[] digest = Integrity.newDigest(method).digest(data);
        MultihashRead read = Multihash.read(HEADS.get(method) + HexFormat.of().formatHex(digest));

        assertThat(read)
                .isInstanceOfSatisfying(
                        MultihashRead.Sound.class,
                        sound -> {
                            Integrity integrity = sound.multihash().integrity().orElseThrow();
                            assertThat(integrity).isEqualTo(Integrity.ofData(method, data));
                            assertThat(integrity.matches(digest)).isTrue();
                        });
    }

    @Property(tries = 500)
    void any_text_is_read_as_a_multihash(@ForAll String text) {
        if (Multihash.read(text) instanceof MultihashRead.Sound(Multihash multihash)) {
            assertThat(multihash.toHex()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "1",
                "\"\"",
                "[0,0]",
                "{\"rel\":1}",
                "{\"name\":1,\"headers\":{\"a\":[1,2,3]}}",
                "{\"type\":\"Point\",\"coordinates\":[1]}"
            })
    void thousands_of_faults_are_told_as_a_few(String value) {
        String many = "[" + (value + ",").repeat(1_999) + value + "]";
        String named =
                "{\"k\":" + many + ",\"type\":\"GeometryCollection\",\"geometries\":" + many + "}";
        for (String place :
                List.of(
                        "/links",
                        "/stac_extensions",
                        "/geometry",
                        "/bbox",
                        "/properties/providers",
                        "/properties/bands",
                        "/properties/keywords",
                        "/assets/profile-6999001-014.bufr/roles",
                        "/assets/profile-6999001-014.bufr/file:values")) {
            told(anItem().with(place, many).asJson(), place);
            told(anItem().with(place, named).asJson(), place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "1220", "-", "/", "-/", "é", ":", "T"})
    void half_a_million_characters_are_judged_in_seconds(String unit) {
        String text = "\"" + unit.repeat(500_000 / unit.length()) + "\"";
        for (String place :
                List.of(
                        "/id",
                        "/stac_version",
                        "/properties/datetime",
                        "/properties/title",
                        "/assets/profile-6999001-014.bufr/href",
                        "/assets/profile-6999001-014.bufr/type",
                        "/assets/profile-6999001-014.bufr/file:checksum",
                        "/assets/profile-6999001-014.bufr/file:local_path")) {
            told(anItem().with(place, text).asJson(), place);
        }
    }

    private static void told(JsonTree item, String place) {
        ItemRead read =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> StacItemReader.read(item), place);

        assertThat(read.report().findings())
                .hasSizeLessThan(1000)
                .allSatisfy(finding -> assertThat(finding.message().length()).isBetween(1, 800));
    }
}
