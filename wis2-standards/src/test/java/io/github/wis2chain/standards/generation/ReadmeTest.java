package io.github.wis2chain.standards.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

/// The example in the README, as it stands there.
class ReadmeTest {

    private static final String AROUND =
            """
            import io.github.wis2chain.standards.conformance.*;
            import io.github.wis2chain.standards.generation.*;
            import io.github.wis2chain.standards.wnm.*;
            import java.net.URI;
            import java.time.Instant;
            import java.util.*;

            public class Example {
                public static byte[] run(byte[] data, Instant time) {
            CODE
                    return message.toBytes();
                }
            }
            """;

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir private Path folder;

    @Test
    void the_example_has_about_ten_lines_compiles_and_makes_a_notification_that_conforms()
            throws Exception {
        Matcher example = JAVA.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(example.find()).isTrue();
        String code = example.group(1);

        byte[] message = run(code);

        assertThat(code.lines()).hasSizeLessThanOrEqualTo(10);
        assertThat(Wnm.validate(message, Profile.STRICT).conforms()).isTrue();
        assertThat(new String(message, StandardCharsets.UTF_8))
                .contains("2026-01-31T06:00:00Z", "\"length\":4");
    }

    private byte[] run(String code) throws Exception {
        Path source =
                Files.writeString(folder.resolve("Example.java"), AROUND.replace("CODE", code));
        var complaints = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                complaints,
                                complaints,
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                classPath(),
                                source.toString());
        assertThat(result).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return (byte[])
                    loader.loadClass("Example")
                            .getMethod("run", byte[].class, Instant.class)
                            .invoke(
                                    null,
                                    "BUFR".getBytes(StandardCharsets.UTF_8),
                                    Instant.parse("2026-01-31T06:00:00Z"));
        }
    }

    /// Where this test's own classes are from; the test runner hides some of them from `java.class.path`.
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
