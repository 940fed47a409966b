package io.github.wis2chain.console.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where the API listens and whom it lets in.
///
/// Loopback is trusted; anything wider needs a token.
///
/// @param bind the address to listen on: `127.0.0.1`, `0.0.0.0`, a host name
/// @param port 0 to 65535; 0 takes a free one
/// @param token what `Authorization: Bearer` must carry, at least 16 visible ASCII characters
/// @param maxBody the largest body that is read at all, in bytes
public record ApiSettings(String bind, int port, Optional<String> token, int maxBody) {

    /// Loopback, port 8080, no token, bodies of up to 16 MiB.
    public static final ApiSettings DEFAULT =
            new ApiSettings("127.0.0.1", 8080, Optional.empty(), 16 << 20);

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
        if (token.isEmpty() && !isLoopback(bind)) {
            throw new IllegalArgumentException(
                    "the API may listen on [%s], which others can reach, only with a token: set one,"
                                    .formatted(bind)
                            + " or listen on 127.0.0.1");
        }
    }

    /// Everything but the token, which is a secret.
    @Override
    public String toString() {
        return "ApiSettings[bind=%s, port=%d, token=%s, maxBody=%d]"
                .formatted(bind, port, token.isPresent() ? "(set)" : "(none)", maxBody);
    }

    private static boolean isUsable(String token) {
        return token.length() >= SHORTEST_TOKEN
                && token.chars().allMatch(character -> character > ' ' && character < 0x7f);
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
