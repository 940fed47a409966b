package io.github.wis2chain.app.settings.binding;

/// A password, a token or a private key's passphrase: never printed.
///
/// @param value the secret itself
public record Secret(String value) {

    /// The same words for every secret.
    @Override
    public String toString() {
        return "(hidden)";
    }
}
