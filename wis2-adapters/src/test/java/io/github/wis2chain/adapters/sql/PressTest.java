package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.Deflater;

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
    void an_event_as_producers_lay_it_out_becomes_much_smaller() {
        String event =
                """
                {
                \t"id": "A_7",
                \t"specversion": "1.0",
                \t"datacontenttype": "application/json; charset=utf-8",
                \t"data": {
                \t\t"id": "A_7",
                \t\t"type": "Feature",
                \t\t"links": [],
                \t\t"assets": {
                \t\t\t"A_7.bufr": {
                \t\t\t\t"href": "https://data.example.org/A_7.bufr",
                \t\t\t\t"type": "application/bufr",
                \t\t\t\t"roles": [
                \t\t\t\t\t"data",
                \t\t\t\t\t"metadata"
                \t\t\t\t],
                \t\t\t\t"file:size": 940
                \t\t\t}
                \t\t},
                \t\t"geometry": {
                \t\t\t"type": "Point",
                \t\t\t"coordinates": [
                \t\t\t\t21.1,
                \t\t\t\t-36.3
                \t\t\t]
                \t\t},
                \t\t"stac_version": "1.1.0"
                \t}
                }
                """;

        byte[] pressed = press.press(event.getBytes(StandardCharsets.UTF_8));

        assertThat(pressed.length).isLessThan(event.length() / 5);
    }

    @Test
    void what_was_pressed_with_the_first_words_is_still_read() throws IOException {
        byte[] document =
                "{\"type\":\"Feature\",\"geometry\":null}".getBytes(StandardCharsets.UTF_8);
        byte[] words;
        try (InputStream in = Press.class.getResourceAsStream("words-1.txt")) {
            words = Objects.requireNonNull(in).readAllBytes();
        }
        var pressed = new byte[100];
        pressed[0] = 1;
        pressed[1] = (byte) document.length;
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setDictionary(words);
        deflater.setInput(document);
        deflater.finish();
        int length = 2 + deflater.deflate(pressed, 2, 98);
        deflater.end();

        assertThat(press.unpress(Arrays.copyOf(pressed, length))).isEqualTo(document);
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
