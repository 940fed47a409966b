package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.engine.people.PasswordHash;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CommandLineTest {

    @TempDir private Path folder;

    @Test
    void every_command_has_help_with_a_description_and_exits_with_0() {
        List<String[]> commands = new ArrayList<>();
        collect(commandLine(), List.of(), commands);

        assertThat(commands).hasSizeGreaterThan(15);
        for (String[] command : commands) {
            var result = new Typed().run(command);
            assertThat(result.code()).as(String.join(" ", command)).isZero();
            assertThat(result.out())
                    .as(String.join(" ", command))
                    .startsWith("Usage: wis2")
                    .contains("--help");
        }
    }

    private static CommandLine commandLine() {
        var terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        false,
                        false,
                        Map.of());
        return new CommandLineRunner(terminal, new NodePrograms()).commandLine();
    }

    private static void collect(CommandLine command, List<String> path, List<String[]> commands) {
        var help = new ArrayList<>(path);
        help.add("--help");
        commands.add(help.toArray(String[]::new));
        command.getSubcommands()
                .forEach((name, below) -> {
                    var longer = new ArrayList<>(path);
                    longer.add(name);
                    collect(below, longer, commands);
                });
    }

    @Test
    void the_version_names_the_program_and_java() {
        assertThat(new Typed().run("--version").out())
                .startsWith("WIS2 Chain ")
                .contains("Java 25");
    }

    @Test
    void an_unknown_command_or_option_is_wrong_usage_and_names_what_is_near() {
        var command = new Typed().run("rum", "list");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .isEqualTo(
                        "wis2: There is no command [rum]. `wis2 run` is probably meant. `wis2"
                                + " --help` lists those that there are.\n");
        var below = new Typed().run("run", "lst", "--limit", "3");
        assertThat(below.code()).isEqualTo(2);
        assertThat(below.err())
                .startsWith("wis2: There is no command [run lst]. `wis2 run list` is probably");
        assertThat(new Typed().run("foo").err())
                .isEqualTo(
                        "wis2: There is no command [foo]. `wis2 --help` lists those that there"
                                + " are.\n");
        assertThat(new Typed().run("event", "show", "X").err())
                .startsWith("wis2: There is no command [event show]. `wis2 event --help` lists");
        var option = new Typed().run("run", "list", "--sate", "failed");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).contains("--sate", "--state");
        assertThat(new Typed().run("run", "list", "--url", "ftp://x").code()).isEqualTo(2);
        assertThat(new Typed().run().code()).isEqualTo(2);
    }

    @Test
    void config_check_prints_every_problem_and_exits_with_1() throws IOException {
        Path file =
                Files.writeString(folder.resolve("w.yaml"), "node: {centre: x}\napi: {port: y}\n");

        var result = new Typed().run("config", "check", "--config", file.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains(":1:", "node.centre-id", ":2:", "api.port")
                .hasLineCount(3);
        assertThat(result.err()).contains("has 3 problems");

        var json = new Typed().run("config", "check", "--json", "-c", file.toString());
        assertThat(json.out()).contains("\"valid\":false", "\"path\":\"api.port\"").hasLineCount(1);
    }

    @Test
    void config_check_is_content_with_the_sample() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("w.yaml"),
                        new Typed().run("config", "show", "--sample").out());

        var result = new Typed().with("WIS2_CONFIG", file.toString()).run("config", "check");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("is valid");
    }

    @Test
    void config_show_prints_effective_values_with_their_origin_and_hides_secrets()
            throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("w.yaml"),
                        "node: {centre-id: fr-ifremer-argo}\napi: {token: 0123456789abcdef}\n");
        var typed = new Typed().with("WIS2_API_PORT", "9090");

        var text = typed.run("config", "show", "-c", file.toString());
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("  centre-id: fr-ifremer-argo  # " + file + ":1:")
                .contains("  port: 9090  # environment variable WIS2_API_PORT")
                .contains("  token: (hidden)")
                .contains("    first: 2s  # default")
                .doesNotContain("0123456789abcdef");
        assertThat(typed.run("config", "show", "--json", "-c", file.toString()).out())
                .contains("\"port\":\"9090\"", "\"token\":\"(hidden)\"")
                .hasLineCount(1);
    }

    @Test
    void the_hash_of_a_password_fits_it() {
        var result = new Typed().input("se cret\nmore").run("broker", "hash");

        assertThat(result.code()).isZero();
        assertThat(PasswordHash.parse(result.out().strip()).verify("se cret".toCharArray()))
                .isTrue();
        assertThat(new Typed().run("broker", "hash").code()).isEqualTo(2);
    }

    @Test
    void serve_starts_nothing_with_a_wrong_configuration() throws IOException {
        var programs = new RecordingPrograms();
        Path file = Files.writeString(folder.resolve("wis2.yaml"), "node: {}");

        var result = new Typed().with(programs).run("serve", "--config", file.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("wis2.yaml:1:", "node.centre-id");
        assertThat(programs.served).isEmpty();
    }

    @Test
    void without_a_configuration_the_sentence_says_how_to_get_one() {
        var programs = new RecordingPrograms();
        for (String[] command :
                new String[][] {{"serve"}, {"config", "check"}, {"config", "show"}}) {
            var typed = new Typed().with(programs).with("WIS2_CONFIG", folder + "/none.yaml");

            var result = typed.run(command);

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err())
                    .contains("none.yaml; `wis2 config show --sample > " + folder + "/none.yaml`");
        }
        assertThat(programs.served).isEmpty();
    }

    /// A line that is broken in two cannot be pasted.
    @Test
    void no_example_is_broken_by_the_width_of_the_help() {
        assertExamplesFit(commandLine());
    }

    private static void assertExamplesFit(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().footer())
                .as(command.getCommandSpec().qualifiedName())
                .allSatisfy(
                        line -> assertThat(line.length()).isLessThan(CommandLineRunner.HELP_WIDTH));
        command.getSubcommands().values().forEach(CommandLineTest::assertExamplesFit);
    }

    @Test
    void demo_passes_its_options_on() {
        var programs = new RecordingPrograms();

        int code = new Typed().with(programs).run("demo", "--once", "--free-ports").code();

        assertThat(code).isEqualTo(7);
        assertThat(programs.demonstrated)
                .containsExactly(new Programs.Demo(true, Optional.empty(), true));
    }

    @Test
    void the_rehearsal_for_the_cache_works() {
        assertThat(new Typed().run("rehearse").code()).isZero();
    }

    /// Starts nothing and remembers what it was asked to start.
    private static final class RecordingPrograms implements Programs {

        private final List<Settings> served = new ArrayList<>();
        private final List<Demo> demonstrated = new ArrayList<>();

        @Override
        public Running serve(Settings settings) {
            served.add(settings);
            return () -> {};
        }

        @Override
        public int demo(Demo options, Terminal terminal) {
            demonstrated.add(options);
            return 7;
        }
    }
}
