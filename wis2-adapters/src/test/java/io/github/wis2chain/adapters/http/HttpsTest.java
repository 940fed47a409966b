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
import java.util.ArrayList;
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

    HttpsTest(@TempDir Path dir) throws Exception {
        tls = tls(dir);
        server = NastyServer.startSecure(tls);
        trusting = trusting(LOOPBACK, tls);
    }

    /// Makes an authority that is trusted and a certificate for data.example.org, with the JDK's own
    /// tool.
    private static SSLContext tls(Path dir, String... validity) throws Exception {
        Path store = dir.resolve("keys.p12");
        keytool(store, "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
        List<String> server = new ArrayList<>(List.of("-alias", "server", "-dname", "CN=test"));
        server.addAll(List.of("-ext", "san=dns:data.example.org", "-signer", "authority"));
        server.addAll(List.of(validity));
        keytool(store, server.toArray(String[]::new));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", keys.getCertificate("authority"));
        keys.deleteEntry("authority");
        KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
        key.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
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
                .withMessageContaining("LINK_UNTRUSTED")
                .withMessageContaining("certificate is not valid here")
                .satisfies(failed -> assertThat(failed.failure().temporary()).isTrue());
    }

    @Test
    void whoever_asks_only_whether_anybody_answers_takes_any_certificate() throws Exception {
        try (var asking = new HttpLinkVerifier(LOOPBACK, LenientTls.SOCKETS)) {
            assertThat(asking.open(server.url("/ok/a")).status()).isEqualTo(200);
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_accepted() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> trusting.fetch(asking("other.example.org", "/ok/a")))
                .withMessageContaining("LINK_UNTRUSTED")
                .withMessageContaining("other.example.org");
    }

    @Test
    void an_expired_certificate_is_not_accepted(@TempDir Path dir) throws Exception {
        SSLContext expired = tls(dir, "-startdate", "-30d", "-validity", "10");
        try (NastyServer old = NastyServer.startSecure(expired);
                HttpLinkVerifier strict = trusting(LOOPBACK, expired)) {
            URI href = URI.create("https://data.example.org:" + old.port() + "/ok/a");

            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() ->
                            strict.fetch(new Request(href, OptionalLong.empty(), "SHA-512", 0)))
                    .withMessageContaining("LINK_UNTRUSTED")
                    .withMessageContaining("NotAfter");
        }
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
                HttpLinkVerifier hurried =
                        trusting(LOOPBACK.withTimeout(Duration.ofMillis(300)), tls)) {
            URI href = URI.create("https://data.example.org:" + deaf.port() + "/ok/a");

            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() ->
                            hurried.fetch(new Request(href, OptionalLong.empty(), "SHA-512", 0)))
                    .withMessageContaining("LINK_TOO_SLOW");
        }
    }

    private static HttpLinkVerifier trusting(LinkSettings settings, SSLContext authorities) {
        return new HttpLinkVerifier(
                settings,
                authorities::getSocketFactory,
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
