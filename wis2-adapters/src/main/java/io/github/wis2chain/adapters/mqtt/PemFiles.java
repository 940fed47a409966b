package io.github.wis2chain.adapters.mqtt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads certificates and private keys in PEM form (RFC 7468).
final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END \\1PRIVATE KEY-----");

    /// Version 0 and the algorithm rsaEncryption: what PKCS#8 (RFC 5208) has before a PKCS#1 key.
    private static final byte[] RSA_PREFIX =
            HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;

    private PemFiles() {}

    /// All certificates of a file, in its order; at least one.
    ///
    /// @throws IllegalArgumentException one sentence for the operator
    static List<Certificate> certificates(Path file) {
        try {
            var found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "file [%s] must hold certificates in PEM form, but holds none"
                                .formatted(file));
            }
            return List.copyOf(found);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "file [%s] must hold certificates in PEM form: %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /// The private key of a file.
    ///
    /// @param algorithm of the public key that it belongs to: `RSA`, `EC`, `EdDSA`
    /// @throws IllegalArgumentException one sentence for the operator
    static PrivateKey key(Path file, String algorithm) {
        Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IllegalArgumentException(
                    "file [%s] must hold a private key in PEM form, but holds none"
                            .formatted(file));
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(pem.group(2));
            byte[] pkcs8 =
                    switch (pem.group(1)) {
                        case "" -> content;
                        case "RSA " -> rsaAsPkcs8(content);
                        default ->
                                throw new IllegalArgumentException(
                                        "file [%s] holds a key of the form [%sPRIVATE KEY]; convert it with: openssl pkcs8 -topk8 -nocrypt"
                                                .formatted(file, pem.group(1)));
                    };
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "file [%s] must hold an unencrypted private key of the kind %s that the certificate has: %s"
                            .formatted(file, algorithm, e.getMessage()),
                    e);
        }
    }

    private static byte[] rsaAsPkcs8(byte[] pkcs1) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(RSA_PREFIX);
        content.writeBytes(element(OCTET_STRING, pkcs1));
        return element(SEQUENCE, content.toByteArray());
    }

    /// One DER element of at least 256 and fewer than 65,536 bytes, which every RSA key has.
    private static byte[] element(byte tag, byte[] content) {
        var element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(0x82);
        element.write(content.length >> 8);
        element.write(content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "file [%s] cannot be read: %s".formatted(file, e), e);
        }
    }
}
