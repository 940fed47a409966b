package io.github.wis2chain.app.cli;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Tells addresses of the web from others.
public final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    /// Whether this is an absolute http or https URL.
    public static boolean isOne(URI uri) {
        return uri.getHost() != null
                && uri.getScheme() != null
                && (uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= 65_535))
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    }
}
