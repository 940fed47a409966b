package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FingerprintsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "length 940",
                "sha512:",
                "sha512:00ff",
                "sha512:0F",
                "sha512:abc",
                "sha3-256:q83v",
                "sha3-256:q80=",
                "sha3-256:q81=",
                "a:b:0a",
                "é:0a"
            })
    void a_fingerprint_comes_back_as_it_was(String fingerprint) {
        assertThat(Fingerprints.unpacked(Fingerprints.packed(fingerprint))).isEqualTo(fingerprint);
    }
}
