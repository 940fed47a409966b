package io.github.wis2chain.adapters.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// An authority with the certificates that it gave to a broker and to a client, made by the JDK's
/// own tool, in PEM files.
final class TestIdentities {

    private static final String PASSWORD = "password";

    /// Where the RSA key itself begins in its PKCS#8 form, for keys of 2048 bits.
    private static final int PKCS1_OFFSET = 26;

    private final Path folder;
    private final Path store;

    private TestIdentities(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("identities.p12");
    }

    /// @param hostName the host that the broker's certificate is made for
    static TestIdentities make(Path folder, String hostName) throws IOException {
        var identities = new TestIdentities(folder);
        identities.generate("authority", "-ext", "bc:c");
        identities.generate("broker", "-signer", "authority", "-ext", "san=dns:" + hostName);
        identities.generate("client", "-signer", "authority");
        identities.export("authority");
        identities.export("broker");
        identities.export("client");
        return identities;
    }

    Path certificate(String name) {
        return folder.resolve(name + ".crt");
    }

    /// In PKCS#8 form.
    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    /// In PKCS#1 form.
    Path oldKey(String name) {
        return folder.resolve(name + ".rsa");
    }

    private void generate(String name, String... more) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                name,
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=" + name));
        command.addAll(List.of(more));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void export(String name) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
            byte[] pkcs1 = Arrays.copyOfRange(key, PKCS1_OFFSET, key.length);
            Files.writeString(
                    certificate(name), pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
            Files.writeString(key(name), pem("PRIVATE KEY", key));
            Files.writeString(oldKey(name), pem("RSA PRIVATE KEY", pkcs1));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(der), type);
    }
}
