package io.github.wis2chain.app.cli.standards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.cli.Typed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

class TopicCommandsTest {

    private static final String CENTRE = "origin/a/wis2/fr-ifremer-argo";

    @ParameterizedTest
    @CsvSource({
        "--publication, origin/a/wis2/fr-ifremer-argo/metadata, 0",
        "--publication, origin/a/wis2/fr-ifremer-argo/data/core/ocean, 1",
        "--publication, origin/a/wis2/fr-nobody-here/metadata, 1",
        "--publication --lenient, origin/a/wis2/fr-nobody-here/metadata, 0",
        "'', cache/a/wis2/+/data/core/weather/#, 0",
        "'', cache/a/wis2/+/data/core/wether/#, 1",
        "--strict, cache/a/wis2/+/data/core/weather/#, 1",
        "--strict, origin/a/wis2/fr-ifremer-argo/metadata, 0",
        "--profile reference, cache/a/wis2/+/data/core/weather/#, 0",
        "--profile reference, origin/a/wis2/fr-nobody-here/metadata, 0",
        "--profile reference --strict, origin/a/wis2/fr-nobody-here/metadata, 1",
        "--profile reference --publication, origin/a/wis2/fr-nobody-here/metadata, 1",
        "--profile reference --no-strict, cache/a/wis2/+/data/core/weather/#, 0",
        "--profile reference --strict, cache/a/wis2/+/data/core/weather/#, 1",
        "--profile reference --lenient, cache/a/wis2/+/data/core/weather/#, 0",
        "--profile reference, origin/a/wis2/fr-ifremer-argo/data, 0",
        "--profile reference --publication, origin/a/wis2/fr-ifremer-argo/data/core, 1",
        "--profile reference --publication --lenient, origin/a/wis2/fr-ifremer-argo/data, 2",
        "--strict --lenient, origin/a/wis2, 2"
    })
    void a_topic_is_judged_as_asked(String options, String topic, int code) {
        String[] arguments = ("topic validate " + options + " " + topic).split(" +");

        assertThat(new Typed().run(arguments).code()).isEqualTo(code);
    }

    @Test
    void what_was_meant_is_asked() {
        var order = new Typed().run("topic", "validate", CENTRE + "/core/data/ocean/experimental");
        assertThat(order.code()).isEqualTo(1);
        assertThat(order.out())
                .contains("not valid")
                .contains("Did you mean " + CENTRE + "/data/core/ocean/experimental?");

        assertThat(new Typed().run("topic", "validate", "cache/a/wis2/+/dta/#").out())
                .contains("did you mean [data]. Write cache/a/wis2/+/data/# instead.");
    }

    @Test
    void json_has_a_line_for_each_topic_those_of_standard_input_included() throws IOException {
        var result =
                new Typed()
                        .input("origin/a/wis3\n" + CENTRE + "/data/\n")
                        .run("topic", "validate", "--json", CENTRE + "/metadata", "-");

        assertThat(result.code()).isEqualTo(1);
        new OurSchema("judged-topic.json").describes(result.out());
        assertThat(result.out().lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "{\"topic\":\"%s/metadata\",\"valid\":true,\"message\":\"\",\"profile\":\"strict\"}"
                                .formatted(CENTRE));
        assertThat(result.out()).contains("\"fix\":\"origin/a/wis2/#\"");
    }

    @Test
    void list_shows_what_follows() {
        assertThat(new Typed().run("topic", "list").out()).isEqualTo("cache\norigin\n");
        assertThat(new Typed().run("topic", "list", "/").out()).isEqualTo("cache\norigin\n");
        assertThat(new Typed().run("topic", "list", "origin/a/wis2").out())
                .contains("fr-ifremer-argo\n");
        assertThat(new Typed().run("topic", "list", "--json", CENTRE + "/data/").out())
                .isEqualToIgnoringNewLines(
                        "{\"parent\":\"%s/data\",\"valid\":true,\"children\":[\"core\",\"recommended\"]}"
                                .formatted(CENTRE));
    }

    @Test
    void list_tells_a_leaf_from_what_does_not_exist() {
        var leaf = new Typed().run("topic", "list", CENTRE + "/metadata");
        assertThat(leaf.code()).isZero();
        assertThat(leaf.err()).contains("Nothing follows");

        var unknown = new Typed().run("topic", "list", CENTRE + "/dta");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("did you mean " + CENTRE + "/data?");
    }

    @Test
    void search_finds_paths_and_centres() {
        assertThat(new Typed().run("topic", "search", "Sea-Ice").out())
                .contains("ocean/surface-based-observations/sea-ice\n");
        assertThat(new Typed().run("topic", "search", "ifremer").out())
                .isEqualTo("fr-ifremer-argo  (centre-id)\n");
        assertThat(new Typed().run("topic", "search", "ifremer", "--json").out())
                .contains("\"centres\":[\"fr-ifremer-argo\"],\"paths\":[]");
        assertThat(new Typed().run("topic", "search", "no-such-thing").code()).isEqualTo(1);
    }
}
