package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.adapters.broker.BrokerSettings.TlsFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost`, made by the JDK's own tool, in PEM files and as a client's trust.
record TestCertificate(TlsFiles files, TrustManagerFactory trust) {

    private static final String PASSWORD = "password";

    static TestCertificate make(Path folder, String name) throws IOException {
        Path store = folder.resolve(name + ".p12");
        try {
            var tool =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-keystore",
                                    store.toString(),
                                    "-storepass",
                                    PASSWORD,
                                    "-alias",
                                    "broker",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=localhost",
                                    "-ext",
                                    "san=dns:localhost,ip:127.0.0.1")
                            .inheritIO()
                            .start();
            if (tool.waitFor() != 0) {
                throw new IOException("keytool failed");
            }
            var keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            Certificate certificate = keys.getCertificate("broker");
            Key key = keys.getKey("broker", PASSWORD.toCharArray());
            Path chain = folder.resolve(name + ".crt");
            Path keyFile = folder.resolve(name + ".key");
            Files.writeString(chain, pem("CERTIFICATE", certificate.getEncoded()));
            Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("broker", certificate);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return new TestCertificate(new TlsFiles(chain, keyFile), trust);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String pem(String type, byte[] der) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(der), type);
    }
}
