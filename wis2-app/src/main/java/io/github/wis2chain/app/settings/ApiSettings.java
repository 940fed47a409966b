package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Secret;
import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// The REST API and the console.
///
/// @param port 0 lets the system choose one
/// @param token lets in as admin, for automation; required where `bind` is not loopback
/// @param publicUrl where people reach the node through a proxy
public record ApiSettings(String bind, int port, Optional<Secret> token, Optional<URI> publicUrl) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private static final int SHORTEST_TOKEN = 16;

    public ApiSettings {
        if (token.isEmpty() && !LOOPBACK.contains(bind)) {
            throw new IllegalArgumentException(
                    "bind [%s] opens the API to other machines; then a token is required"
                            .formatted(bind));
        }
        publicUrl
                .filter(url -> !isAddress(url))
                .ifPresent(url -> {
                    throw new IllegalArgumentException(
                            "public-url [%s] must be http or https with a host and nothing behind it"
                                    .formatted(url));
                });
        if (token.filter(secret -> secret.value().length() < SHORTEST_TOKEN).isPresent()) {
            throw new IllegalArgumentException(
                    "token is too short; at least %d characters are required"
                            .formatted(SHORTEST_TOKEN));
        }
    }

    static Value<ApiSettings> read(Section section) {
        var bind = section.optional("bind", Types.TEXT, "127.0.0.1");
        var port = section.optional("port", Types.PORT, "8080");
        var token = section.secret("token");
        var publicUrl = section.optional("public-url", Types.url("http", "https"));
        return section.build(
                () -> new ApiSettings(bind.get(), port.get(), token.get(), publicUrl.get()));
    }

    private static boolean isAddress(URI url) {
        return String.valueOf(url.getScheme()).matches("(?i)https?")
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && String.valueOf(url.getPath()).matches("/?");
    }
}
