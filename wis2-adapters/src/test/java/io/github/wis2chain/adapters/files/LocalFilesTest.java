package io.github.wis2chain.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

final class LocalFilesTest {

    private static final String PREFIX = "https://data.example.org/argo/";
    private static final Evidence ELSEWHERE =
            new Evidence(200, 7, "00", Optional.empty(), URI.create("http://x/"), Duration.ZERO);
    private static final LinkVerifier OTHERS = (_, _) -> ELSEWHERE;

    @TempDir private Path dir;
    private Path data;
    private LocalFiles files;

    LocalFilesTest() {
        data = Path.of("");
        files = new LocalFiles(Map.of(), 1, OTHERS);
    }

    @BeforeEach
    void lay_out_files() throws IOException {
        data = Files.createDirectories(dir.resolve("data"));
        Files.createDirectories(data.resolve("bufr/été"));
        Files.writeString(data.resolve("bufr/été/a b.BU"), "abc");
        Files.writeString(dir.resolve("secret"), "secret");
        Files.createSymbolicLink(data.resolve("out"), dir.resolve("secret"));
        Files.createSymbolicLink(data.resolve("in"), data.resolve("bufr/été/a b.BU"));
        files = new LocalFiles(Map.of(PREFIX, data), 100, OTHERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bufr/%C3%A9t%C3%A9/a%20b.BU", "in", "in?version=2"})
    void a_file_below_the_prefix_is_measured_from_disk(String name) throws Exception {
        Evidence found = files.fetch(asking(PREFIX + name));

        assertThat(found.length()).isEqualTo(3);
        assertThat(found.digest())
                .isEqualTo("3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
        assertThat(found.body()).contains(Payload.ofText("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://data.example.org/argo", "http://data.example.org/argo/in"})
    void every_other_link_is_left_to_the_other(String href) throws Exception {
        assertThat(files.fetch(asking(href))).isEqualTo(ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "%2e%2e/secret",
                "bufr/../../secret",
                "..%2Fsecret",
                "%2Fetc/passwd",
                "/etc/passwd",
                "out",
                "bufr//in",
                "",
                "a%00b",
                "..%5Csecret",
                "bufr/"
            })
    void nothing_outside_the_folder_is_read(String name) {
        assertThat(failureOf(PREFIX + name).code()).isEqualTo("LINK_REFUSED");
    }

    @Test
    void a_file_that_is_not_there_may_still_appear() {
        Failure failure = failureOf(PREFIX + "bufr/none.BU");

        assertThat(failure.code()).isEqualTo("LINK_STATUS");
        assertThat(failure.temporary()).isTrue();
    }

    @Test
    void a_folder_is_no_file() {
        assertThat(failureOf(PREFIX + "bufr").text()).contains("is not a file");
    }

    @Test
    void a_file_longer_than_announced_is_not_read() {
        Request request = new Request(URI.create(PREFIX + "in"), OptionalLong.of(2), "SHA3-256", 0);

        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> files.fetch(request))
                .withMessageContaining("DATA_SIZE_MISMATCH");
    }

    private Failure failureOf(String href) {
        try {
            throw new AssertionError(files.fetch(asking(href)).toString());
        } catch (StepFailure failed) {
            return failed.failure();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Request asking(String href) {
        return new Request(URI.create(href), OptionalLong.empty(), "SHA3-256", 100);
    }
}
