package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.nio.file.Path;
import java.util.Optional;

/// How a client trusts a broker and shows who it is. PEM files.
///
/// @param ca certificates of the authorities to trust, instead of Java's own
/// @param certificate our certificate with its chain, where the broker asks for one
/// @param key the private key of our certificate, not encrypted
/// @param verifyHost whether the certificate must name the host that is connected to
public record TlsSettings(
        Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, boolean verifyHost) {

    /// Java's own authorities, no certificate of ours, host names compared.
    public static final TlsSettings DEFAULT =
            new TlsSettings(Optional.empty(), Optional.empty(), Optional.empty(), true);

    public TlsSettings {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(
                    "certificate and key go together; only one of them is given");
        }
    }

    static Value<TlsSettings> read(Section section) {
        var ca = section.path("ca");
        var certificate = section.path("certificate");
        var key = section.path("key");
        var verifyHost = section.optional("verify-host", Types.SWITCH, "on");
        return section.build(
                () -> new TlsSettings(ca.get(), certificate.get(), key.get(), verifyHost.get()));
    }
}
