package io.github.wis2chain.standards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class JsonTreeTest {

    private final JsonTree root =
            JsonReader.standard()
                    .read("{\"a/b\":{\"~\":[10,{\"c\":\"d\"}]},\"n\":null}".getBytes(UTF_8))
                    .document()
                    .orElseThrow();

    @Test
    void a_value_knows_its_pointer_with_escapes() {
        JsonTree value = root.at("/a~1b/~0/1/c").orElseThrow();

        assertThat(value.pointer()).isEqualTo("/a~1b/~0/1/c");
        assertThat(value.text()).contains("d");
        assertThat(value.name()).isEqualTo("c");
        assertThat(root.pointer("x/y")).isEqualTo("/x~1y");
    }

    @Test
    void what_is_not_there_or_of_another_kind_is_empty() {
        assertThat(root.text("n")).isEmpty();
        assertThat(root.has("n")).isTrue();
        assertThat(root.has("m")).isFalse();
        assertThat(root.at("/a~1b/~0/01")).isEmpty();
        assertThat(root.at("/a~1b/~0/x")).isEmpty();
        assertThat(root.at("/n/0/y")).isEmpty();
        assertThat(root.each("/n")).isEmpty();
        assertThat(root.items()).isEmpty();
        assertThat(root.each("/a~1b/~0")).hasSize(2);
    }

    @Test
    void a_malformed_pointer_is_the_callers_mistake() {
        assertThatThrownBy(() -> root.at("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[a]");
    }

    @Test
    void a_copy_can_be_changed_without_touching_the_document() {
        root.copyOfObject().put("n", 1);

        assertThat(root.member("n")).map(JsonTree::isNull).contains(true);
    }

    @Test
    void members_keep_the_order_of_the_text() {
        assertThat(root.names()).containsExactly("a/b", "n");
        assertThat(root.members()).extracting(JsonTree::pointer).containsExactly("/a~1b", "/n");
    }

    @Test
    void trees_are_equal_when_their_values_are() {
        JsonTree one = read("{\"a\":[1,2.50],\"b\":{}}");

        assertThat(one).isEqualTo(read("{\"b\":{},\"a\":[1.0,2.5]}"));
        assertThat(one).hasSameHashCodeAs(read("{\"b\":{},\"a\":[1.0,2.5]}"));
        assertThat(JsonTree.of(JsonWriter.object().put("n", 1L))).isEqualTo(read("{\"n\":1}"));
        assertThat(one).isNotEqualTo(read("{\"b\":{},\"a\":[1,2.51]}"));
        assertThat(one).isNotEqualTo(read("{\"c\":{},\"a\":[1,2.5]}"));
        assertThat(one).isNotEqualTo(read("{\"b\":[],\"a\":[1,2.5]}"));
    }

    private static JsonTree read(String text) {
        return JsonReader.standard().read(text.getBytes(UTF_8)).document().orElseThrow();
    }
}
