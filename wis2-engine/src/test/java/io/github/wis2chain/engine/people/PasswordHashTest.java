package io.github.wis2chain.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class PasswordHashTest {

    private static final PasswordHash HASH = PasswordHash.of("rosé".toCharArray());

    @Test
    void its_own_password_is_right_and_others_are_wrong() {
        assertThat(HASH.verify("rosé".toCharArray())).isTrue();
        assertThat(HASH.verify("rose".toCharArray())).isFalse();
        assertThat(HASH.verify(new char[0])).isFalse();
    }

    @Test
    void text_and_back_is_the_same_hash() {
        var again = PasswordHash.parse(HASH.toString());

        assertThat(again.verify("rosé".toCharArray())).isTrue();
        assertThat(again).hasToString(HASH.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "ne-NP", "de"})
    void its_text_has_the_same_digits_in_every_locale(String locale) {
        String expected = HASH.toString();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            assertThat(HASH).hasToString(expected);
            assertThat(PasswordHash.parse(HASH.toString())).hasToString(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_same_password_has_another_text_each_time() {
        assertThat(PasswordHash.of("rosé".toCharArray()).toString())
                .startsWith("pbkdf2-sha512$210000$")
                .isNotEqualTo(HASH.toString());
    }

    @Test
    void a_hash_of_too_few_iterations_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.parse(HASH.toString().replace("$210000$", "$1000$")))
                .withMessageContaining("has 1000")
                .withMessageNotContaining(HASH.toString().substring(30));
    }

    @Test
    void a_plain_password_is_not_taken_for_a_hash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.parse("secret"))
                .withMessageContaining("pbkdf2-sha512$<iterations>$<salt>$<hash>")
                .withMessageNotContaining("secret");
    }

    @Test
    void an_empty_password_cannot_be_set() {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.of(new char[0]));
    }
}
