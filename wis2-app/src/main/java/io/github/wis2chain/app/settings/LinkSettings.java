package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the data behind links is fetched for verification.
///
/// @param allow hosts and networks that may be fetched from although they are internal: `localhost`,
///     `data.example.org`, `10.1.0.0/16`
/// @param timeout for one fetch from the first byte sent to the last received
/// @param maxSize the largest body that is read, in bytes
/// @param redirects how many are followed
/// @param perHost fetches at a time from one host
/// @param local URL prefixes with the local folder that holds the same files
public record LinkSettings(
        List<String> allow,
        Duration connectTimeout,
        Duration timeout,
        long maxSize,
        int redirects,
        int perHost,
        Map<String, Path> local) {

    public LinkSettings {
        allow = List.copyOf(allow);
        // Refuses what is no host name, address or block of addresses.
        io.github.wis2chain.adapters.http.LinkSettings.DEFAULT.withAllow(allow);
        local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
        for (String prefix : local.keySet()) {
            if (!prefix.matches("https?://.+/")) {
                throw new IllegalArgumentException(
                        "local [%s] must be the beginning of http or https URLs and end with /"
                                .formatted(prefix));
            }
        }
    }

    static Value<LinkSettings> read(Section section) {
        var second = Types.durationFrom(Duration.ofMillis(10), "10ms");
        var allow = section.list("allow", Types.TEXT);
        var connectTimeout = section.optional("connect-timeout", second, "5s");
        var timeout = section.optional("timeout", second, "60s");
        var maxSize = section.optional("max-size", Types.SIZE, "4GB");
        var redirects = section.optional("redirects", Types.whole(0, 20), "5");
        var perHost = section.optional("per-host", Types.whole(1, 1_000), "16");
        var local = section.namedValues("local", section.pathType());
        return section.build(() ->
                new LinkSettings(
                        allow.get(),
                        connectTimeout.get(),
                        timeout.get(),
                        maxSize.get(),
                        redirects.get(),
                        perHost.get(),
                        local.get()));
    }
}
