package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

final class PressTest {

    private final Press press = new Press();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 127, 128, 16_383, 16_384, 300_000})
    void documents_of_every_size_come_back_as_they_were(int size) {
        var random = new byte[size];
        new Random(size).nextBytes(random);
        var monotonous = "a".repeat(size).getBytes(StandardCharsets.UTF_8);

        assertThat(press.unpress(press.press(random))).isEqualTo(random);
        assertThat(press.unpress(press.press(monotonous))).isEqualTo(monotonous);
        assertThat(press.press(random).length).isLessThanOrEqualTo(size + 1);
    }

    @Test
    void a_short_document_of_known_words_becomes_much_smaller() {
        String notification =
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"data_id\":\"x\"},"
                        + "\"links\":[{\"rel\":\"canonical\",\"href\":\"https://a.example/b\"}]}";

        byte[] pressed = press.press(notification.getBytes(StandardCharsets.UTF_8));

        assertThat(pressed.length).isLessThan(notification.length() * 6 / 10);
    }

    @Test
    void a_document_of_an_unknown_form_or_a_damaged_one_is_refused() {
        byte[] pressed = press.press("a".repeat(500).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(pressed, pressed.length - 2);

        assertThatThrownBy(() -> press.unpress(new byte[] {99, 1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[99]");
        assertThatThrownBy(() -> press.unpress(cut)).isInstanceOf(IllegalStateException.class);
    }
}
