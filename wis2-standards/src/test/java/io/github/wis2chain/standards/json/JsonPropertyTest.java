package io.github.wis2chain.standards.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class JsonPropertyTest {

    private static final List<JsonReader> READERS =
            List.of(
                    JsonReader.standard(),
                    JsonReader.lenient(JsonLimits.STANDARD),
                    JsonReader.strict(JsonLimits.STANDARD.withMaxBytes(20)));

    @Property(tries = 2000)
    void any_bytes_are_read_or_refused_with_a_sentence(@ForAll @Size(max = 60) byte[] bytes) {
        READERS.forEach(reader -> judged(reader.read(bytes)));
    }

    @Property(tries = 3000)
    void any_signs_are_read_or_refused_with_a_sentence(@ForAll("signs") String text) {
        READERS.forEach(reader -> judged(reader.read(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Property(tries = 1000)
    void what_is_written_is_read_again(@ForAll("documents") String text) {
        JsonTree tree = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read(tree.toBytes())).isEqualTo(tree).hasSameHashCodeAs(tree);
        assertThat(new String(tree.toBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        JsonTree lenient =
                JsonReader.lenient(JsonLimits.STANDARD)
                        .read(tree.toBytes())
                        .document()
                        .orElseThrow();
        assertThat(lenient.equals(tree)).isEqualTo(tree.equals(lenient));
        if (!text.contains("999")) {
            assertThat(lenient).isEqualTo(tree).hasSameHashCodeAs(tree);
        }
    }

    @Property(tries = 1000)
    void every_value_is_found_at_its_pointer(@ForAll("documents") String text) {
        JsonTree root = read(text.getBytes(StandardCharsets.UTF_8));

        everyValue(root, root);
    }

    private static void everyValue(JsonTree root, JsonTree value) {
        assertThat(root.at(value.pointer())).contains(value);
        value.members().forEach(member -> everyValue(root, member));
        value.items().forEach(item -> everyValue(root, item));
    }

    private static void judged(JsonRead read) {
        switch (read) {
            case JsonRead.Document(JsonTree root) -> assertThat(root.toBytes()).isNotEmpty();
            case JsonRead.Refused refused -> assertThat(refused.message()).endsWith(".");
        }
    }

    private static JsonTree read(byte[] text) {
        return JsonReader.standard().read(text).document().orElseThrow();
    }

    /// Texts of the signs that JSON is made of.
    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\\",
                        "u",
                        "d800",
                        "null",
                        "true",
                        "1",
                        "-",
                        "0",
                        ".",
                        "e",
                        "+",
                        "NaN",
                        "Infinity",
                        " ",
                        "\n",
                        "a",
                        "é",
                        "😀",
                        "/")
                .list()
                .ofMaxSize(20)
                .map(signs -> String.join("", signs));
    }

    /// Documents of some depth, in compact form.
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> leaves =
                Arbitraries.of(
                        "null",
                        "true",
                        "false",
                        "0",
                        "-1",
                        "12345678901234567890",
                        "0.5",
                        "-1.25",
                        "1E+999",
                        "-1E-999",
                        "\"\"",
                        "\"text\"",
                        "\"é😀\"",
                        "\"a/b~c\"",
                        "\"\\\"\\\\\"",
                        "[]",
                        "{}");
        Arbitrary<String> nested = leaves;
        for (int depth = 0; depth < 3; depth++) {
            Arbitrary<List<String>> children = nested.list().ofMaxSize(4);
            nested =
                    Arbitraries.oneOf(
                            leaves,
                            children.map(items -> "[" + String.join(",", items) + "]"),
                            children.map(JsonPropertyTest::object));
        }
        return nested;
    }

    private static String object(List<String> values) {
        List<String> names = List.of("a", "b/c", "d~e", "é");
        return IntStream.range(0, values.size())
                .mapToObj(i -> "\"" + names.get(i) + "\":" + values.get(i))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
