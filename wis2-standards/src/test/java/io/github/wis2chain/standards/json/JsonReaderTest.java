package io.github.wis2chain.standards.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wis2chain.standards.json.JsonRead.Document;
import io.github.wis2chain.standards.json.JsonRead.Refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;

class JsonReaderTest {

    @Test
    void a_sound_text_gives_its_tree() {
        JsonTree root = read("{\"a\":[1,true,null,\"é\"],\"b\":{}}");

        assertThat(root.at("/a/3").flatMap(JsonTree::text)).contains("é");
        assertThat(root.at("/a/0").flatMap(JsonTree::integer)).contains(BigInteger.ONE);
        assertThat(root.at("/a/2")).map(JsonTree::isNull).contains(true);
        assertThat(root.object("b")).isPresent();
        assertThat(root.at("/a/4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":2.50}",
                "[21.059306666666668]",
                "[123456789012345678901234567890]",
                "[-0.000001]",
                "[0,-1,9223372036854775807]",
                "[\"\\\"\\\\\\n\",\"é😀\"]",
                "{\"z\":1,\"a\":{\"y\":[],\"b\":{}}}"
            })
    void what_is_read_is_written_unchanged(String text) {
        assertThat(read(text)).hasToString(text);
        assertThat(read(text).toBytes()).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void whole_numbers_are_integers_however_written() {
        JsonTree root = read("[18.0,1e3,18.5,true]");

        assertThat(root.items().stream().map(JsonTree::integer))
                .map(integer -> integer.map(BigInteger::intValue).orElse(null))
                .containsExactly(18, 1000, null, null);
        assertThat(root.item(2).flatMap(JsonTree::number)).contains(new BigDecimal("18.5"));
    }

    @Test
    void a_byte_order_mark_is_refused() {
        Refused refused = refuse("\uFEFF{}");

        assertThat(refused.fault()).isEqualTo(JsonFault.BYTE_ORDER_MARK);
        assertThat(refused.place()).isEqualTo(new TextPlace(0, 1, 1));
    }

    @Test
    void the_place_of_invalid_utf_8_is_told() {
        Refused refused = refuse("{\n \"é\":\"a\u00FFb\"}".getBytes(ISO_8859_1));

        assertThat(refused.fault()).isEqualTo(JsonFault.NOT_UTF8);
        assertThat(refused.message())
                .isEqualTo(
                        "line 2, column 3 (byte 4): the byte 0xE9 does not belong in UTF-8 text;"
                                + " JSON must be UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF",
                "E08080",
                "EDA080",
                "F08080AF",
                "F4908080",
                "F5808080",
                "80",
                "C3",
                "E282"
            })
    void overlong_forms_surrogates_and_cut_sequences_are_not_utf_8(String hexadecimal) {
        byte[] sequence = HexFormat.of().parseHex(hexadecimal);
        byte[] text = new byte[sequence.length + 2];
        text[0] = '"';
        System.arraycopy(sequence, 0, text, 1, sequence.length);
        text[text.length - 1] = '"';

        assertThat(refuse(text).fault()).isEqualTo(JsonFault.NOT_UTF8);
    }

    @Test
    void utf_16_is_refused() {
        assertThat(refuse("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)).fault())
                .isEqualTo(JsonFault.NOT_UTF8);
    }

    @Test
    void a_member_twice_is_refused_with_its_name() {
        Refused refused = refuse("{\"id\":1,\n\"id\":2}");

        assertThat(refused.fault()).isEqualTo(JsonFault.DUPLICATE_MEMBER);
        assertThat(refused.place().line()).isEqualTo(2);
        assertThat(refused.message()).contains("\"id\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[01]",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "[1 2]",
                "// no\n[]",
                "[\"\t\"]",
                "[+1]",
                "[.5]",
                "[5.]",
                "{\"a\"",
                "[\"\\x\"]",
                "nul",
                "{\"a\" 1}"
            })
    void what_rfc_8259_does_not_allow_is_refused(String text) {
        assertThat(refuse(text).fault()).isEqualTo(JsonFault.SYNTAX);
    }

    /// A character of four bytes is two of Java's and one of the column.
    @Test
    void a_place_after_characters_of_several_bytes_is_told() {
        Refused refused = refuse("{\"é€🌊\":1,\"id\":1,\"id\":2}");

        assertThat(refused.place()).isEqualTo(new TextPlace(22, 1, 17));
    }

    @Test
    void a_syntax_fault_is_placed() {
        Refused refused = refuse("{\n  \"a\": 1,\n  b: 2\n}");

        assertThat(refused.place().line()).isEqualTo(3);
        assertThat(refused.message()).startsWith("line 3, column ").endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void an_empty_text_is_refused(String text) {
        assertThat(refuse(text).fault()).isEqualTo(JsonFault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "[]1"})
    void text_after_the_value_is_refused(String text) {
        assertThat(refuse(text).fault()).isEqualTo(JsonFault.TRAILING_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"\\ud800\"]", "[\"\\udc00a\"]", "[\"\\udc00\\ud800\"]"})
    void half_a_surrogate_pair_is_refused(String text) {
        assertThat(refuse(text).fault()).isEqualTo(JsonFault.LONE_SURROGATE);
    }

    @Test
    void a_surrogate_pair_may_be_escaped_in_a_name_and_in_a_string() {
        assertThat(read("{\"\\ud83d\\ude00\":\"\\ud83d\\ude00\"}")).hasToString("{\"😀\":\"😀\"}");
        assertThat(refuse("{\"\\ud800\":1}").fault())
                .isIn(JsonFault.LONE_SURROGATE, JsonFault.SYNTAX);
    }

    @Test
    void limits_are_exact() {
        var reader = JsonReader.strict(new JsonLimits(40, 3, 5, 4, new JsonLimits.Structure(6, 2)));

        assertThat(fault(reader, "[[[1]]]")).isNull();
        assertThat(fault(reader, "[[[[1]]]]")).isEqualTo(JsonFault.TOO_DEEP);
        assertThat(fault(reader, "[\"12345\"]")).isNull();
        assertThat(fault(reader, "[\"123456\"]")).isEqualTo(JsonFault.STRING_TOO_LONG);
        assertThat(fault(reader, "{\"12\":1}")).isNull();
        assertThat(fault(reader, "{\"123\":1}")).isEqualTo(JsonFault.STRING_TOO_LONG);
        assertThat(fault(reader, "[1,[2,3],4]")).isNull();
        assertThat(fault(reader, "[1,[2,3],4,5]")).isEqualTo(JsonFault.TOO_MANY_VALUES);
        assertThat(fault(reader, "[1234]")).isNull();
        assertThat(fault(reader, "[12345]")).isEqualTo(JsonFault.NUMBER_TOO_LARGE);
        assertThat(fault(reader, "[" + " ".repeat(38) + "]")).isNull();
        assertThat(fault(reader, "[" + " ".repeat(39) + "]")).isEqualTo(JsonFault.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1e1000]", "[1e-1000]", "[1E999999999999999999999]"})
    void an_exponent_beyond_reason_is_refused(String text) {
        assertThat(refuse(text).fault()).isEqualTo(JsonFault.NUMBER_TOO_LARGE);
    }

    @Test
    void long_names_of_many_texts_do_not_fill_the_memory() {
        for (int i = 0; i < 500; i++) {
            String name = i + "n".repeat(1_000_000);

            assertThat(refuse("{\"" + name + "\":1}").fault()).isEqualTo(JsonFault.STRING_TOO_LONG);
        }
    }

    @Test
    void hostile_texts_are_refused_at_once() {
        var deep = "[".repeat(10_000).getBytes(UTF_8);
        var large = new byte[50_000_000];
        var digits = ("[" + "9".repeat(1_000_000) + "]").getBytes(UTF_8);

        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> {
                    assertThat(refuse(deep).fault()).isEqualTo(JsonFault.TOO_DEEP);
                    assertThat(refuse(large).fault()).isEqualTo(JsonFault.TOO_LARGE);
                    assertThat(refuse(digits).fault()).isEqualTo(JsonFault.NUMBER_TOO_LARGE);
                });
    }

    @Test
    void the_lenient_reader_takes_what_python_takes() {
        var reader = JsonReader.lenient(JsonLimits.STANDARD);

        assertThat(fault(reader, "[NaN,Infinity,-Infinity,1e400]")).isNull();
        assertThat(fault(reader, "[INF]")).isEqualTo(JsonFault.SYNTAX);
        assertThat(fault(reader, "[\"\\ud800\"]")).isNull();
        assertThat(reader.read("{\"a\":1,\"a\":2}".getBytes(UTF_8)).document())
                .flatMap(root -> root.integer("a"))
                .contains(BigInteger.TWO);
        assertThat(reader.read("[NaN]".getBytes(UTF_8)).document())
                .flatMap(root -> root.item(0))
                .hasValueSatisfying(nan -> {
                    assertThat(nan.kind()).isEqualTo(JsonKind.NUMBER);
                    assertThat(nan.number()).isEmpty();
                    assertThat(nan.integer()).isEmpty();
                });
    }

    @Test
    void the_lenient_reader_bounds_the_digits_of_integers_only() {
        int most = JsonLimits.STANDARD.maxNumberLength();
        String digits = "1".repeat(most);
        var reader = JsonReader.lenient(JsonLimits.STANDARD);

        assertThat(fault(reader, "[%s,-%s,1%s.0,1%se5]".formatted(digits, digits, digits, digits)))
                .isNull();
        assertThat(fault(reader, "[1%s]".formatted(digits))).isEqualTo(JsonFault.NUMBER_TOO_LARGE);
        assertThat(fault(reader, "[-1%s]".formatted(digits))).isEqualTo(JsonFault.NUMBER_TOO_LARGE);
    }

    private static JsonTree read(String text) {
        return switch (JsonReader.standard().read(text.getBytes(UTF_8))) {
            case Document document -> document.root();
            case Refused refused -> throw new AssertionError(refused.message());
        };
    }

    private static Refused refuse(String text) {
        return refuse(text.getBytes(UTF_8));
    }

    private static Refused refuse(byte[] text) {
        return switch (JsonReader.standard().read(text)) {
            case Document document -> throw new AssertionError("read as " + document.root());
            case Refused refused -> refused;
        };
    }

    private static @Nullable JsonFault fault(JsonReader reader, String text) {
        return reader.read(text.getBytes(UTF_8)) instanceof Refused refused
                ? refused.fault()
                : null;
    }
}
