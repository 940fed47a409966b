package io.github.wis2chain.standards.stac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

class MultihashTest {

    private static final byte[] DATA = "BUFR 7777".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "1220,SHA256,sha2-256",
        "2030,SHA384,sha2-384",
        "1340,SHA512,sha2-512",
        "1620,SHA3_256,sha3-256",
        "1530,SHA3_384,sha3-384",
        "1440,SHA3_512,sha3-512"
    })
    void the_six_digests_of_wnm_become_its_integrity(
            String head, IntegrityMethod method, String name) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance(method.algorithm()).digest(DATA);
        String hex = head + HexFormat.of().formatHex(digest);
        Multihash multihash = sound(hex);

        assertThat(multihash.name()).isEqualTo(name);
        assertThat(multihash.bytes()).isEqualTo(digest);
        assertThat(multihash.integrity()).contains(Integrity.ofData(method, DATA));
        assertThat(multihash.toHex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "1114,20,sha1",
        "d50110,16,md5",
        "171c,28,sha3-224",
        "a0e40220,32,blake2b-256",
        "e0e40220,32,blake2s-256",
        "1e20,32,the algorithm of code 0x1e",
        "ffff0302,2,the algorithm of code 0xffff"
    })
    void another_digest_is_read_but_has_no_integrity(String head, int bytes, String name) {
        Multihash multihash = sound(head + "0a".repeat(bytes));

        assertThat(multihash.name()).isEqualTo(name);
        assertThat(multihash.method()).isEmpty();
        assertThat(multihash.integrity()).isEmpty();
        assertThat(multihash.toHex()).isEqualTo(head + "0a".repeat(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "'',0,is empty",
        "1220,31,announces a digest of 32 bytes of sha2-256, but has 31",
        "1220,33,but has 33",
        "121f,31,'has a digest of 31 bytes, but sha2-256 has 32'",
        "122,32,an odd number of digits (67)",
        "122G,32,other than 0-9 and a-f",
        "12,0,does not begin with a code and a length",
        "ff,0,does not begin with a code and a length",
        "ffffffffff,8,does not begin with a code and a length",
        "920020,32,does not begin with a code and a length",
        "'',32,the length of a bare digest",
        "1220,200,has 404 characters"
    })
    void a_malformed_multihash_is_told_why(String head, int bytes, String why) {
        assertThat(Multihash.read(head + "0a".repeat(bytes)))
                .isInstanceOfSatisfying(
                        MultihashRead.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains(why));
    }

    @Test
    void a_multihash_cannot_exist_in_a_wrong_state() {
        assertThatThrownBy(() -> new Multihash(0x12, "0a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes of sha2-256");
        assertThatThrownBy(() -> new Multihash(0x1e, "0A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Multihash sound(String hex) {
        MultihashRead read = Multihash.read(hex);
        assertThat(read).isInstanceOf(MultihashRead.Sound.class);
        return ((MultihashRead.Sound) read).multihash();
    }
}
