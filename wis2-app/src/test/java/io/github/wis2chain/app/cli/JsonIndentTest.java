package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonIndentTest {

    @Test
    void only_white_space_between_tokens_changes() {
        String text =
                "{\"a\":[1.50,1e5,{\"b\":\"x, {y} \\\"z\\\"\"}],\"a\":-0.0,\"\\u00e9\":["
                        + " ],\"c\":{}}";

        assertThat(JsonIndent.of(text))
                .hasValueSatisfying(laid -> {
                    assertThat(laid.lines()).hasSizeGreaterThan(8);
                    assertThat(laid.replaceAll("\\n *", "").replace("\": ", "\":"))
                            .isEqualTo(text.replace("[ ]", "[]"));
                });
    }

    @Test
    void what_is_laid_out_stays_as_it_is_when_laid_out_again() {
        String once = JsonIndent.of("{\"a\":[1,2],\"b\":{\"c\":null}}").orElseThrow();

        assertThat(once)
                .isEqualTo(
                        """
                        {
                          "a": [
                            1,
                            2
                          ],
                          "b": {
                            "c": null
                          }
                        }
                        """);
        assertThat(JsonIndent.of(once)).contains(once);
    }

    @Test
    void what_is_not_json_is_not_touched() {
        assertThat(JsonIndent.of("{\"a\":")).isEmpty();
        assertThat(JsonIndent.of("")).isEmpty();
        assertThat(JsonIndent.of("hello")).isEmpty();
    }
}
