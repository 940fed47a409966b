package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// Runs the launcher `wis2` of the root, with a JDK and a Maven that only write down how they were
/// called.
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "wis2").toAbsolutePath().normalize();

    /// What the launcher calls, besides the shell's own commands.
    private static final String[] TOOLS = {
        "sh",
        "cat",
        "cp",
        "date",
        "find",
        "grep",
        "head",
        "mkdir",
        "mv",
        "readlink",
        "rm",
        "sleep",
        "sort",
        "tail",
        "touch"
    };

    @TempDir private Path folder;

    private Path home;
    private Path bin;
    private Path jdk;

    /// What a launch left behind.
    private record Launch(int code, String out, String err) {}

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectories(folder.resolve("a place with blanks"));
        Files.copy(LAUNCHER, home.resolve("wis2"), StandardCopyOption.COPY_ATTRIBUTES);
        bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "exec " + tool(tool) + " \"$@\"");
        }
        jdk = Files.createDirectory(folder.resolve("jdk 25"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        Files.createDirectory(jdk.resolve("bin"));
        script(jdk.resolve("bin/java"), "for a in \"$@\"; do echo \"<$a>\"; done");
        script(jdk.resolve("bin/javac"), "true");
    }

    @Test
    void an_unpacked_distribution_runs_through_a_link_from_any_folder() throws Exception {
        Path jar = distribution();
        Path link = Files.createSymbolicLink(bin.resolve("wis2"), home.resolve("wis2"));

        Launch launch = launch(link, "run", "list", "--search", "a b");

        assertThat(launch.code()).isZero();
        assertThat(launch.out())
                .contains(
                        "<-cp>\n<" + jar + ">\n<io.github.wis2chain.app.cli.Main>",
                        "<run>\n<list>\n<--search>\n<a b>\n",
                        "<-XX:TieredStopAtLevel=1>");
    }

    @Test
    void a_server_gets_a_bounded_heap_and_a_moment_does_not_get_its_options() throws Exception {
        distribution();

        assertThat(launch("serve", "--config", "w.yaml").out())
                .contains("<-Xmx160m>", "<-XX:+ExitOnOutOfMemoryError>")
                .contains("<-XX:MaxHeapFreeRatio=45>", "<-XX:TrimNativeHeapInterval=5000>")
                .doesNotContain("TieredStopAtLevel");
        assertThat(launch("serve", "--help").out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(launch(Map.of("WIS2_JAVA_OPTS", "-Xmx1g -Da=b"), "demo").out())
                .contains("<-Xmx160m>\n<-XX:+ExitOnOutOfMemoryError>\n<-Xmx1g>\n<-Da=b>\n");
    }

    @Test
    void the_real_program_starts_this_way() throws Exception {
        Path jar = Files.createDirectory(home.resolve("lib")).resolve("wis2-app-1.jar");
        classPathJar(jar);

        Launch launch =
                launch(Map.of("WIS2_JAVA_HOME", System.getProperty("java.home")), "--version");

        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).startsWith("WIS2 Chain").contains("Java 25");
    }

    @Test
    void a_home_that_is_no_jdk_25_is_refused() throws Exception {
        distribution();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

        Launch launch = launch("--version");

        assertThat(launch.code()).isEqualTo(3);
        assertThat(launch.err()).contains("WIS2_JAVA_HOME [" + jdk + "] is not a JDK 25");
    }

    @Test
    void a_checkout_is_built_once_and_again_when_a_source_is_newer() throws Exception {
        Path source = checkout();
        maven(
                "mkdir -p wis2-app/target/dist/lib; echo jar >"
                    + " wis2-app/target/dist/lib/wis2-app-1.jar; echo '[INFO] Building WIS2 Chain"
                    + " [1/6]'");

        Launch first = launch("run", "list");
        assertThat(first.err())
                .contains(
                        "building the program, which is done once", "  WIS2 Chain [1/6]", "built.");
        assertThat(first.out()).contains("<run>").doesNotContain("Building");

        assertThat(launch("run", "list").err()).isEmpty();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(launch(Map.of("WIS2_NO_BUILD", "1"), "run", "list").err()).isEmpty();
        assertThat(launch("run", "list").err()).contains("the sources are newer");
    }

    @Test
    void a_build_that_fails_shows_maven_s_errors_and_where_the_rest_is() throws Exception {
        checkout();
        maven("echo '[INFO] much'; echo '[ERROR] Foo.java:3 wrong'; exit 1");

        Launch launch = launch("--version");

        assertThat(launch.code()).isEqualTo(3);
        assertThat(launch.err())
                .contains("[ERROR] Foo.java:3 wrong", "build.log")
                .doesNotContain("much");
        assertThat(home.resolve(".build/lock")).doesNotExist();
    }

    @Test
    void a_missing_maven_or_compiler_is_named() throws Exception {
        checkout();

        Launch withoutMaven = launch("--version");
        assertThat(withoutMaven.code()).isEqualTo(3);
        assertThat(withoutMaven.err()).contains("Maven 3.8 or newer is needed");

        maven("true");
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(launch("--version").err()).contains("a Java runtime without a compiler");
    }

    private Path distribution() throws IOException {
        return Files.writeString(
                Files.createDirectory(home.resolve("lib")).resolve("wis2-app-1.jar"), "jar");
    }

    private Path checkout() throws IOException {
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Path sources = Files.createDirectories(home.resolve("wis2-app/src/main"));
        Files.writeString(home.resolve("wis2-app/pom.xml"), "<project/>");
        return Files.writeString(sources.resolve("A.java"), "class A {}");
    }

    private void maven(String body) throws IOException {
        script(bin.resolve("mvn"), body);
    }

    private Launch launch(String... arguments) throws IOException, InterruptedException {
        return launch(home.resolve("wis2"), arguments);
    }

    private Launch launch(Path launcher, String... arguments)
            throws IOException, InterruptedException {
        return launch(launcher, Map.of(), arguments);
    }

    private Launch launch(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        return launch(home.resolve("wis2"), variables, arguments);
    }

    private Launch launch(Path launcher, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var command = new String[arguments.length + 1];
        command[0] = launcher.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        process.environment().clear();
        process.environment()
                .putAll(Map.of("PATH", bin.toString(), "WIS2_JAVA_HOME", jdk.toString()));
        process.environment().putAll(variables);
        int code = process.start().waitFor();
        return new Launch(code, Files.readString(out), Files.readString(err));
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!" + tool("sh") + "\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path tool(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    /// A jar that has nothing but the class path of this test.
    private static void classPathJar(Path jar) throws IOException {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(each -> Path.of(each).toUri().toString())
                        .collect(Collectors.joining(" "));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }
}
