package io.github.wis2chain.adapters.mqtt;

import java.util.Optional;

/// An HTTP proxy that opens a tunnel to the broker (`CONNECT`, RFC 9110, 9.3.6), for every
/// transport.
///
/// @param login sent as Basic credentials
public record HttpProxy(String host, int port, Optional<Login> login) {

    public HttpProxy {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a proxy must have a host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "proxy port [%d] must be between 1 and 65535".formatted(port));
        }
    }
}
