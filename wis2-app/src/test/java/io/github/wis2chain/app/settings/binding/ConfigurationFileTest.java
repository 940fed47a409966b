package io.github.wis2chain.app.settings.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ConfigurationFileTest {

    @TempDir private Path folder;

    /// A section with a few keys.
    private record Sample(String name, Duration pause, long size, boolean on) {

        static Value<Sample> read(Section section) {
            var name = section.required("name", Types.TEXT);
            var pause = section.optional("pause", Types.DURATION, "10s");
            var size = section.optional("size", Types.SIZE, "8kB");
            var on = section.optional("on", Types.SWITCH, "off");
            return section.build(() -> new Sample(name.get(), pause.get(), size.get(), on.get()));
        }
    }

    @Test
    void a_missing_file_a_folder_and_a_file_that_is_not_utf_8_give_one_sentence()
            throws IOException {
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {'a', ':', (byte) 0xff});
        Path large = Files.writeString(folder.resolve("l.yaml"), "# ".repeat(600_000));

        assertThat(problems(folder.resolve("none.yaml")))
                .singleElement()
                .asString()
                .contains("none.yaml: the file cannot be read: there is no such file");
        assertThat(problems(folder)).singleElement().asString().contains("this is a folder");
        assertThat(problems(binary)).singleElement().asString().contains("not UTF-8");
        assertThat(problems(large)).singleElement().asString().contains("at most 1000000");
    }

    @Test
    void text_that_is_no_yaml_or_no_mapping_gives_one_sentence_with_its_line() {
        assertThat(problems("name: a\n  pause: [1\n"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:")
                .contains("not YAML");
        assertThat(problems("- a\n- b")).singleElement().asString().contains("found a list of 2");
        assertThat(problems("just words")).singleElement().asString().contains("[just words]");
        assertThat(problems("{\"a\": \u0000}")).singleElement().asString().contains("not YAML");
    }

    @Test
    void a_document_that_nests_10000_deep_is_refused_quickly() {
        assertThat(problems("name: " + "[".repeat(10_000)))
                .singleElement()
                .asString()
                .contains("nested more than 20 deep");
        assertThat(problems("a:\n" + deepBlock(200)))
                .singleElement()
                .asString()
                .contains("nested more than 20 deep");
    }

    private static String deepBlock(int depth) {
        var text = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    @Test
    void references_are_not_followed_so_that_nothing_can_multiply() {
        assertThat(
                        problems(
                                """
                                name: &a [x, x, x]
                                pause: &b [*a, *a, *a]
                                """))
                .anyMatch(text -> text.contains("c.yaml:2:") && text.contains("[*a]"));
    }

    @Test
    void a_key_written_twice_and_a_second_document_are_problems() {
        assertThat(problems("name: a\nname: b\n"))
                .singleElement()
                .asString()
                .contains("c.yaml:2:1", "[name]", "first in line 1");
        assertThat(problems("name: a\n---\nname: b\n"))
                .singleElement()
                .asString()
                .contains("second document");
    }

    @Test
    void every_problem_says_where_what_was_found_and_what_is_required() {
        assertThat(problems("nme: x\npause: 10\nsize: 1 kb\non: maybe\n"))
                .satisfiesExactlyInAnyOrder(
                        text ->
                                assertThat(text)
                                        .isEqualTo(
                                                "c.yaml:1:1: name: it is missing; required: a"
                                                        + " text"),
                        text ->
                                assertThat(text)
                                        .isEqualTo(
                                                "c.yaml:1:1: nme: unknown key; the nearest known"
                                                        + " key is [name]"),
                        text ->
                                assertThat(text)
                                        .isEqualTo(
                                                "c.yaml:2:8: pause: found [10]; required: a time"
                                                    + " span with its unit, such as 500ms, 10s, 5m,"
                                                    + " 2h or 3d"),
                        text -> assertThat(text).startsWith("c.yaml:3:7: size: found [1 kb]"),
                        text ->
                                assertThat(text)
                                        .isEqualTo(
                                                "c.yaml:4:5: on: found [maybe]; required: on or"
                                                        + " off"));
    }

    @Test
    void a_key_with_nothing_or_with_a_section_instead_of_a_value_is_a_problem() {
        assertThat(problems("name:\n"))
                .singleElement()
                .asString()
                .contains("found nothing; required: a text");
        assertThat(problems("name: {a: b}\n"))
                .singleElement()
                .asString()
                .contains("found a section of keys");
    }

    @Test
    void an_unknown_key_without_a_near_one_lists_what_is_known() {
        assertThat(problems("name: a\ncompletely: different\n"))
                .singleElement()
                .asString()
                .contains("known here: name, on, pause, size");
    }

    @Test
    void variables_are_replaced_and_a_missing_one_is_a_problem() throws InvalidSettings {
        assertThat(read("name: a ${X} $${X} b", Map.of("X", "1")).name()).isEqualTo("a 1 ${X} b");
        assertThat(problems("name: ${UNSET}"))
                .singleElement()
                .asString()
                .contains("the environment variable UNSET is not set");
        assertThat(problems("name: ${}")).singleElement().asString().contains("[${}]");
    }

    @Test
    void durations_and_sizes_have_units() throws InvalidSettings {
        assertThat(read("{name: a, pause: 3d, size: 2MiB, on: true}", Map.of()))
                .isEqualTo(new Sample("a", Duration.ofDays(3), 2 << 20, true));
        assertThat(problems("{name: a, size: 999999999999GiB}"))
                .singleElement()
                .asString()
                .contains("size: found");
    }

    @Test
    void a_problem_with_a_variable_names_the_variable() {
        try {
            read("name: a", Map.of("WIS2_PAUSE", "soon"));
            assertThat(true).as("it was refused").isFalse();
        } catch (InvalidSettings invalid) {
            assertThat(invalid.problems())
                    .singleElement()
                    .asString()
                    .startsWith("environment variable WIS2_PAUSE: pause: found [soon]");
        }
    }

    private static Sample read(String yaml, Map<String, String> environment)
            throws InvalidSettings {
        return ConfigurationFile.read("c.yaml", yaml, Path.of("/etc"), environment, Sample::read)
                .settings();
    }

    private static List<String> problems(String yaml) {
        try {
            read(yaml, Map.of());
            return List.of();
        } catch (InvalidSettings invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }

    private static List<String> problems(Path file) {
        try {
            ConfigurationFile.read(file, Map.of(), Sample::read);
            return List.of();
        } catch (InvalidSettings invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }
}
