package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientSslConfigBuilder;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/// Makes the client library's TLS configuration from ours.
final class Tls {

    /// The key store lives in memory only, so its password protects nothing.
    private static final char[] NO_PASSWORD = new char[0];

    private Tls() {}

    /// The library's configuration, with the files read.
    ///
    /// @throws IllegalArgumentException when a file cannot be read or used, one sentence
    static MqttClientSslConfig config(TlsSettings settings, Duration handshakeTimeout) {
        MqttClientSslConfigBuilder config =
                MqttClientSslConfig.builder()
                        .protocols(List.of("TLSv1.3", "TLSv1.2"))
                        .handshakeTimeout(handshakeTimeout.toMillis(), TimeUnit.MILLISECONDS);
        if (settings.authorities().isPresent()) {
            config = config.trustManagerFactory(trust(settings.authorities().get()));
        }
        if (settings.identity().isPresent()) {
            config = config.keyManagerFactory(keys(settings.identity().get()));
        }
        if (settings.anyHostName()) {
            config = config.hostnameVerifier((_, _) -> true);
        }
        return config.build();
    }

    private static TrustManagerFactory trust(Path file) {
        List<Certificate> authorities = PemFiles.certificates(file);
        try {
            KeyStore store = emptyStore();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "certificates of file [%s] cannot be used: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    private static KeyManagerFactory keys(TlsSettings.Identity identity) {
        List<Certificate> chain = PemFiles.certificates(identity.certificate());
        var key = PemFiles.key(identity.key(), chain.getFirst().getPublicKey().getAlgorithm());
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("identity", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "certificate [%s] with key [%s] cannot be used: %s"
                            .formatted(identity.certificate(), identity.key(), e.getMessage()),
                    e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
