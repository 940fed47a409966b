package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class CertificateFileTest {

    @TempDir private Path folder;

    @Test
    void a_certificate_expires_when_it_says() throws IOException, InterruptedException {
        Path certificate = folder.resolve("certificate.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", "30");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());

        Instant expiry = new CertificateFile("broker", certificate).expiry();

        assertThat(Duration.between(Instant.now(), expiry))
                .isBetween(Duration.ofDays(29), Duration.ofDays(31));
    }

    @Test
    void a_file_that_is_no_certificate_has_no_expiry() throws IOException {
        Path file = Files.writeString(folder.resolve("certificate.pem"), "nothing");

        assertThatThrownBy(() -> new CertificateFile("broker", file).expiry())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no certificate");
    }

    private void keytool(String command, String... more) throws IOException, InterruptedException {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                command,
                                "-alias",
                                "broker",
                                "-keystore",
                                folder.resolve("store.p12").toString(),
                                "-storepass",
                                "changeit"));
        line.addAll(List.of(more));
        Process process =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
    }
}
