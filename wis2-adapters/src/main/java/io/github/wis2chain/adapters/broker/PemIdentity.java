package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.adapters.broker.BrokerSettings.TlsFiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A certificate chain with its private key, read from the operator's PEM files (RFC 7468) and known
/// to belong together.
final class PemIdentity {

    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([0-9A-Za-z+/=\\s]+)-----END PRIVATE KEY-----");

    private final List<? extends Certificate> chain;
    private final PrivateKey key;

    private PemIdentity(List<? extends Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /// @throws BrokerStartFailure naming the file and what is wrong with it
    static PemIdentity read(TlsFiles files) {
        List<? extends Certificate> chain = chain(files.chain());
        PublicKey publicKey = chain.getFirst().getPublicKey();
        PrivateKey key = key(files.key(), publicKey.getAlgorithm());
        if (!belongTogether(publicKey, key)) {
            throw new BrokerStartFailure(
                    "The private key %s does not belong to the first certificate of %s; the chain must begin with the server's own certificate."
                            .formatted(files.key(), files.chain()));
        }
        return new PemIdentity(chain, key);
    }

    /// Writes both into a key store that only the owner can read.
    void store(Path file, char[] password) {
        try (OutputStream out = Files.newOutputStream(PrivateFiles.create(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("broker", key, password, chain.toArray(Certificate[]::new));
            store.store(out, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerStartFailure("The broker's key store could not be made: " + e, e);
        }
    }

    private static List<? extends Certificate> chain(Path file) {
        try {
            var certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (certificates.isEmpty()) {
                throw new BrokerStartFailure("The file %s holds no certificate.".formatted(file));
            }
            return List.copyOf(certificates);
        } catch (GeneralSecurityException e) {
            throw new BrokerStartFailure(
                    "The file %s must hold certificates in PEM form: %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static PrivateKey key(Path file, String algorithm) {
        var match = KEY.matcher(new String(bytes(file), StandardCharsets.US_ASCII));
        if (!match.find()) {
            throw new BrokerStartFailure(
                    "The file %s must hold an unencrypted private key in PKCS #8 form (BEGIN PRIVATE KEY); `openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW` makes one."
                            .formatted(file));
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(match.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BrokerStartFailure(
                    "The private key %s must be of the certificate's kind, %s: %s"
                            .formatted(file, algorithm, e.getMessage()),
                    e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BrokerStartFailure("The file %s cannot be read: %s".formatted(file, e), e);
        }
    }

    private static boolean belongTogether(PublicKey publicKey, PrivateKey key) {
        String algorithm =
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> publicKey.getAlgorithm();
                };
        try {
            byte[] sample = {1, 2, 3};
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
