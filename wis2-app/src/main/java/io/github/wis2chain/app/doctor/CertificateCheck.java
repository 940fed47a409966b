package io.github.wis2chain.app.doctor;

import io.github.wis2chain.adapters.broker.BrokerSettings.TlsFiles;
import io.github.wis2chain.adapters.broker.BrokerStartFailure;
import io.github.wis2chain.app.CertificateFile;
import io.github.wis2chain.app.Certificates;
import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.Settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whether the certificates of the configuration can be shown, and for how long.
final class CertificateCheck {

    private CertificateCheck() {}

    static List<Diagnosis> of(Settings settings, Instant now) {
        List<Diagnosis> found = new ArrayList<>();
        for (CertificateFile file : Certificates.of(settings)) {
            found.add(expiry(file, now));
        }
        if (settings.broker() instanceof BrokerChoice.Embedded(EmbeddedBrokerSettings broker)) {
            broker.tls().map(CertificateCheck::key).ifPresent(found::add);
        }
        return found;
    }

    private static Diagnosis expiry(CertificateFile file, Instant now) {
        String check = "certificate of " + file.user();
        Instant expiry;
        try {
            expiry = file.expiry();
        } catch (IllegalStateException unreadable) {
            return Diagnosis.fail(
                    check,
                    "%s.".formatted(capital(String.valueOf(unreadable.getMessage()))),
                    "Put a certificate in PEM form there, readable by the account that runs the"
                            + " node.");
        }
        String evidence = file.sentence(expiry, now);
        String remedy = "Renew the certificate, then start the node again to take it up.";
        if (!expiry.isAfter(now)) {
            return Diagnosis.fail(check, evidence, remedy);
        }
        return CertificateFile.isFarAway(expiry, now)
                ? Diagnosis.pass(check, evidence)
                : Diagnosis.warn(check, evidence, remedy);
    }

    private static Diagnosis key(EmbeddedBrokerSettings.Tls tls) {
        String check = "key of broker";
        try {
            new TlsFiles(tls.certificate(), tls.key()).requireUsable();
            return Diagnosis.pass(
                    check, "The key %s belongs to the certificate.".formatted(tls.key()));
        } catch (BrokerStartFailure unusable) {
            return Diagnosis.fail(
                    check,
                    String.valueOf(unusable.getMessage()),
                    "Correct broker.embedded.tls, or the files that it names.");
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
