package io.github.wis2chain.standards.wnm;

import static io.github.wis2chain.standards.wnm.StrictReport.judged;
import static io.github.wis2chain.standards.wnm.TestNotification.aNotification;

import io.github.wis2chain.standards.conformance.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The digest of the data, by the strict profile.
class IntegrityRulesTest {

    private static final String METHOD = "/properties/integrity/method";
    private static final String VALUE = "/properties/integrity/value";

    /// The digest of no data, as it should be written.
    private static final String DIGEST = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void a_hexadecimal_digest_fails_and_its_base64_is_suggested() {
        judged(digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .fails("/rec/core/integrity", VALUE)
                .suggests(DIGEST)
                .hasTests(Verdict.FAILED, "integrity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5\nJCeuQeRkm5NMpJWZG3hSuFU=",
            })
    void another_base64_fails_and_the_standard_one_is_suggested(String value) {
        judged(digest(value)).fails("/rec/core/integrity", VALUE).suggests(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "not.base64", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV="})
    void a_digest_of_another_length_or_with_stray_bits_fails(String value) {
        judged(digest(value)).fails("/rec/core/integrity", VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "sha2-256, sha256",
        "SHA-256, sha256",
        "sha-512, sha512",
        "SHA512, sha512",
        "sha3_256, sha3-256",
        "sha2-384, sha384"
    })
    void a_method_by_another_name_fails_and_the_right_one_is_suggested(String name, String right) {
        judged(method(name)).fails("/rec/core/integrity", METHOD).suggests(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha1", "arbitrary", ""})
    void a_method_outside_the_six_fails(String name) {
        judged(method(name)).fails("/rec/core/integrity", METHOD);
    }

    @Test
    void new_data_without_integrity_conform_with_advice() {
        judged(aNotification().without("/properties/integrity"))
                .warns("/rec/core/integrity", "/properties/integrity");
    }

    @Test
    void a_deletion_needs_neither_integrity_nor_length() {
        judged(
                        aNotification()
                                .without("/properties/integrity")
                                .without("/properties/content")
                                .withText("/links/0/rel", "deletion")
                                .without("/links/0/length"))
                .hasNoFindings();
    }

    private static TestNotification digest(String value) {
        return aNotification().withText(VALUE, value);
    }

    private static TestNotification method(String name) {
        return aNotification().withText(METHOD, name);
    }
}
