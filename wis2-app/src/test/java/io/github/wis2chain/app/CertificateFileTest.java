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
import java.util.concurrent.atomic.AtomicReference;

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
    void a_certificate_that_ends_within_a_month_is_to_be_renewed_and_taken_up()
            throws IOException, InterruptedException {
        Path certificate = folder.resolve("certificate.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", "40");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
        var file = new CertificateFile("broker", certificate);
        var now = new AtomicReference<>(Instant.now());
        var watch = new CertificateWatch(List.of(file), now::get);

        assertThat(watch.health().healthy()).isTrue();
        now.set(file.expiry().minus(Duration.ofDays(10)));
        assertThat(watch.health().text())
                .startsWith("The certificate of broker expires on ")
                .contains(", in 10 days (");
        assertThat(watch.health().remedy())
                .hasValue("Renew the certificate, then start the node again to take it up.");
        now.set(file.expiry().plus(Duration.ofDays(1)));
        assertThat(watch.health().text()).contains("expired on", ", 1 day ago (");

        keytool("-delete");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", "400");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
        assertThat(watch.health().remedy())
                .hasValue("The file was renewed; start the node again to take it up.");
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
