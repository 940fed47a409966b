package io.github.wis2chain.console.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where the API listens and whom it lets in.
///
/// Whoever calls must be known, by account or token; what reaches further than loopback also needs a
/// token in the configuration, so that nobody opens a node by one word.
///
/// @param bind the address to listen on: `127.0.0.1`, `0.0.0.0`, a host name
/// @param port 0 to 65535; 0 takes a free one
/// @param token lets in as admin, for automation; at least 16 visible ASCII characters
/// @param publicUrl where people reach the node through a proxy, such as `https://wis2.example.org`
/// @param maxBody the largest body that is read at all, in bytes
public record ApiSettings(
        String bind, int port, Optional<String> token, Optional<URI> publicUrl, int maxBody) {

    /// Loopback, port 8080, no token, bodies of up to 16 MiB.
    public static final ApiSettings DEFAULT =
            new ApiSettings("127.0.0.1", 8080, Optional.empty(), Optional.empty(), 16 << 20);

    private static final int SHORTEST_TOKEN = 16;

    public ApiSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port [%d] must be 0 to 65535".formatted(port));
        }
        if (maxBody < 1024) {
            throw new IllegalArgumentException(
                    "maximum body [%d] must be at least 1024 bytes".formatted(maxBody));
        }
        if (token.filter(text -> !isUsable(text)).isPresent()) {
            throw new IllegalArgumentException(
                    "the API token must be at least %d visible ASCII characters without spaces"
                            .formatted(SHORTEST_TOKEN));
        }
        publicUrl
                .filter(url -> !isAddress(url))
                .ifPresent(url -> {
                    throw new IllegalArgumentException(
                            "public URL [%s] must be http or https with a host and nothing behind it"
                                    .formatted(url));
                });
        if (token.isEmpty() && !isLoopback(bind)) {
            throw new IllegalArgumentException(
                    "the API may listen on [%s], which others can reach, only with a token: set one,"
                                    .formatted(bind)
                            + " or listen on 127.0.0.1");
        }
    }

    /// Without a proxy.
    public ApiSettings(String bind, int port, Optional<String> token, int maxBody) {
        this(bind, port, token, Optional.empty(), maxBody);
    }

    /// Whether this is the `Host` of the address that people use.
    boolean isPublicHost(String host) {
        return publicUrl.filter(url -> url.getAuthority().equalsIgnoreCase(host)).isPresent();
    }

    /// Whether this is the `Origin` of the address that people use.
    boolean isPublicOrigin(String origin) {
        return publicUrl
                .filter(url ->
                        origin.equalsIgnoreCase(url.getScheme() + "://" + url.getAuthority()))
                .isPresent();
    }

    /// Whether people come by https.
    boolean isPublicSecure() {
        return publicUrl.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent();
    }

    /// Everything but the token, which is a secret.
    @Override
    public String toString() {
        return "ApiSettings[bind=%s, port=%d, token=%s, publicUrl=%s, maxBody=%d]"
                .formatted(bind, port, token.isPresent() ? "(set)" : "(none)", publicUrl, maxBody);
    }

    private static boolean isUsable(String token) {
        return token.length() >= SHORTEST_TOKEN
                && token.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }

    private static boolean isAddress(URI url) {
        return String.valueOf(url.getScheme()).matches("(?i)https?")
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getPath().matches("/?");
    }

    private static boolean isLoopback(String bind) {
        try {
            for (InetAddress address : InetAddress.getAllByName(bind)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "the API cannot listen on [%s]: no address is known for it".formatted(bind),
                    unknown);
        }
    }
}
