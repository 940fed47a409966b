package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

@Timeout(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpsTest {

    private static final char[] PASSWORD = "password".toCharArray();
    private static final LinkSettings LOOPBACK =
            LinkSettings.DEFAULT.withAllow(List.of("loopback"));

    private final SSLContext tls;
    private final NastyServer server;
    private final HttpLinkVerifier trusting;
    private final HttpLinkVerifier doubting = new HttpLinkVerifier(LOOPBACK);

    /// Makes a certificate for data.example.org, with the JDK's own tool.
    HttpsTest(@TempDir Path dir) throws Exception {
        Path store = dir.resolve("keys.p12");
        Process tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD),
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=test",
                                "-ext",
                                "san=dns:data.example.org")
                        .inheritIO()
                        .start();
        assertThat(tool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("mykey"));
        KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
        key.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(key.getKeyManagers(), trust.getTrustManagers(), null);
        server = NastyServer.startSecure(tls);
        trusting = trusting(LOOPBACK);
    }

    @BeforeAll
    void fetch_once() throws Exception {
        trusting.fetch(asking("data.example.org", "/ok/first"));
    }

    @AfterAll
    void stop() {
        trusting.close();
        doubting.close();
        server.close();
    }

    @Test
    void a_server_of_a_trusted_authority_is_downloaded_from_over_one_connection() throws Exception {
        int before = server.connections();

        assertThat(trusting.fetch(asking("data.example.org", "/ok/a")).length()).isEqualTo(1000);
        assertThat(trusting.fetch(asking("data.example.org", "/ok/b")).length()).isEqualTo(1000);
        assertThat(server.connections() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void an_unknown_authority_is_a_fault_of_the_set_up_that_can_be_mended() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() ->
                        doubting.fetch(
                                new Request(
                                        server.url("/ok/a"), OptionalLong.empty(), "SHA-512", 0)))
                .withMessageContaining("LINK_UNREACHABLE")
                .withMessageContaining("TLS failed")
                .satisfies(failed -> assertThat(failed.failure().temporary()).isTrue());
    }

    @Test
    void a_certificate_for_another_name_is_not_accepted() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> trusting.fetch(asking("other.example.org", "/ok/a")))
                .withMessageContaining("TLS failed")
                .withMessageContaining("other.example.org");
    }

    @Test
    void protection_is_not_given_up_by_a_redirect() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() ->
                        trusting.fetch(asking("data.example.org", "/to/http://127.0.0.1:1/a")))
                .withMessageContaining("LINK_REFUSED")
                .withMessageContaining("from https to the unprotected");
    }

    @Test
    void a_handshake_that_never_ends_does() {
        try (NastyServer deaf = NastyServer.start();
                HttpLinkVerifier hurried = trusting(LOOPBACK.withTimeout(Duration.ofMillis(300)))) {
            URI href = URI.create("https://data.example.org:" + deaf.port() + "/ok/a");

            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() ->
                            hurried.fetch(new Request(href, OptionalLong.empty(), "SHA-512", 0)))
                    .withMessageContaining("LINK_TOO_SLOW");
        }
    }

    private HttpLinkVerifier trusting(LinkSettings settings) {
        return new HttpLinkVerifier(
                settings,
                tls::getSocketFactory,
                host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")});
    }

    private Request asking(String host, String path) {
        return new Request(
                URI.create("https://" + host + ":" + server.port() + path),
                OptionalLong.empty(),
                "SHA-512",
                0);
    }
}
